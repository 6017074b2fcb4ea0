/**
 * Tokens that a form of a collectivité may use: those of RGAA 11.13 for the connected person, and `off`.
 *
 * @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill-field
 */
export const AUTOCOMPLETE: readonly string[] = [
  "off",
  "name",
  "honorific-prefix",
  "given-name",
  "additional-name",
  "family-name",
  "sex",
  "bday",
  "email",
  "tel",
  "street-address",
  "postal-code",
  "address-level2",
  "country",
  "organization",
  "organization-title",
];
