/** The letters the platform accepts in a name; anything else is a 422. */
const ACCEPTED = /[a-zA-ZÀ-ÖØ-öø-ÿ' -]/;

/** Nothing to write otherwise: nearly every name. */
const PLAIN = /^[a-zA-ZÀ-ÖØ-öø-ÿ'-]+$/;

/** Letters that no Unicode decomposition leads back to an accepted one. */
const LIGATURES: Readonly<Record<string, string>> = {
  Œ: "OE",
  œ: "oe",
  Ł: "L",
  ł: "l",
  Đ: "D",
  đ: "d",
  Ħ: "H",
  ħ: "h",
  ı: "i",
  Ŋ: "N",
  ŋ: "n",
  ſ: "s",
  ẞ: "SS",
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "´": "'",
  "`": "'",
  "‐": "-",
  "‑": "-",
  "–": "-",
};

/**
 * A name written with the letters that the platform accepts: `Œ` becomes `OE`, `Ș` becomes `S`, dots and digits
 * go. Accents are kept: the platform folds none. Empty when nothing is left.
 */
export function toAcceptedName(name: string): string {
  if (PLAIN.test(name)) return name;
  return [...name.normalize("NFC")].map(toAccepted).join("").replace(/\s+/g, " ").trim();
}

function toAccepted(letter: string): string {
  if (ACCEPTED.test(letter)) return letter;
  const replaced = LIGATURES[letter];
  if (replaced !== undefined) return replaced;
  if (/\s/.test(letter)) return " ";
  const base = letter.normalize("NFD").charAt(0);
  return ACCEPTED.test(base) ? base : "";
}
