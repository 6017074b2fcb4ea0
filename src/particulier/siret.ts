/** La Poste's establishments do not follow Luhn and are accepted as they are. */
const LA_POSTE = /^356000000\d{5}$/;

/**
 * Whether API Particulier accepts this number as a `recipient`: 14 digits and Luhn, or La Poste.
 * @example
 * isSiret("21330063500017"); // true
 * @see https://particulier.api.gouv.fr/developpeurs
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
