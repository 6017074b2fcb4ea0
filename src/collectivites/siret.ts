/** La Poste's establishments are numbered outside the checksum; API Particulier accepts them as they are. */
const LA_POSTE = /^356000000\d{5}$/;

/**
 * Whether this is a SIRET: 14 digits whose Luhn sum is a multiple of ten, or one of La Poste.
 *
 * @see https://www.sirene.fr/sirene/public/variable/siret
 * @example
 * import { isSiret } from "./index.ts";
 * isSiret("21330063500017"); // true
 */
export function isSiret(text: string): boolean {
  return /^\d{14}$/.test(text) && (LA_POSTE.test(text) || luhnSum(text) % 10 === 0);
}

function luhnSum(digits: string): number {
  return [...digits].reduce((sum, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return sum + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
}
