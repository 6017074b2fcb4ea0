const LA_POSTE = /^356000000\d{5}$/;

/**
 * Whether a text is a SIRET: 14 digits whose Luhn sum holds; the establishments of La Poste, which ran out of
 * Luhn numbers, are taken without it.
 * @see https://www.insee.fr/fr/metadonnees/definition/c1841
 */
export function isSiret(text: string): boolean {
  if (LA_POSTE.test(text)) return true;
  if (!/^\d{14}$/.test(text)) return false;
  const sum = [...text].reduceRight((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
