/** La Poste's establishments are numbered outside the checksum; ProConnect and API Particulier accept them as they are. */
const LA_POSTE = /^356000000\d{5}$/;

/**
 * Whether this is a SIRET: 14 digits whose Luhn sum is a multiple of ten, or one of La Poste.
 *
 * @see https://www.sirene.fr/sirene/public/variable/siret
 * @example
 * import { isSiret } from "passerelle";
 * isSiret("21330063500017"); // true
 */
export function isSiret(value: string): boolean {
  return LA_POSTE.test(value) || (/^\d{14}$/.test(value) && luhn(value) % 10 === 0);
}

function luhn(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}
