/** Letters that no decomposition separates. */
const LETTERS: Readonly<Record<string, string>> = { Œ: "OE", Æ: "AE", ẞ: "SS", Ø: "O", Đ: "D", Ł: "L" };

/** A name reduced to what two registers agree on: no accents, no case, no hyphens or apostrophes. */
export function comparable(name: string): string {
  return name
    .toUpperCase()
    .replace(/[ŒÆẞØĐŁ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
