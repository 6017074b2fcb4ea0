import { communeNames } from "./communes.ts";
import { comparable } from "./comparable.ts";

const CODE = /^(\d{2}|2[AB])\d{3}$/;
/** « Avignon (84) », « Avignon 84 », « Ajaccio 2A » */
const WITH_DEPARTMENT = /^(.*?)[\s(]+(\d{2,3}|2[AB])\)?$/;

/** Codes by name, made at the first question. */
let codes: Promise<ReadonlyMap<string, readonly string[]>> | undefined;

/**
 * The COG codes that a place of birth may have, as somebody read it on an identity document: « Avignon (84) », « Avignon »,
 * or the code itself. None where no commune has that name; several where the département does not tell them apart.
 *
 * @see https://www.insee.fr/fr/information/2560452 (code officiel géographique)
 * @example
 * import { birthplaceCodes } from "passerelle";
 * const codes = await birthplaceCodes("Avignon (84)"); // ["84007"]
 */
export async function birthplaceCodes(text: string): Promise<readonly string[]> {
  const typed = text.trim().toUpperCase();
  if (CODE.test(typed)) return (await communeNames()).has(typed) ? [typed] : [];
  codes ??= byName();
  const known = await codes;
  const whole = known.get(comparable(typed));
  if (whole) return whole;
  const [, name = "", department = ""] = WITH_DEPARTMENT.exec(typed) ?? [];
  return (known.get(comparable(name)) ?? []).filter(
    (code) => department !== "" && code.startsWith(department),
  );
}

async function byName(): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const [code, name] of await communeNames()) {
    const key = comparable(name);
    found.set(key, [...(found.get(key) ?? []), code]);
  }
  return found;
}
