import { type Beneficiary, beneficiaryOf, type FormState, type Procedure } from "../../procedures/index.ts";

/** How an address and a form say for whom the demand is: `?pour=tiers`. */
export const FOR_WHOM = "pour";

const WORDS: Readonly<Record<Beneficiary, string>> = { self: "moi", other: "tiers" };

/**
 * For whom an address says that the demand is. Undefined where it does not say and has to: this procedure can be
 * filed for somebody else.
 */
export function whomIn(procedure: Pick<Procedure, "forOthers">, address: string): Beneficiary | undefined {
  if (procedure.forOthers === undefined) return "self";
  const word = new URLSearchParams(address.split("?")[1]).get(FOR_WHOM);
  return (["self", "other"] as const).find((whom) => WORDS[whom] === word);
}

/** The word for it, in an address or a hidden input. */
export const whomWord = (whom: Beneficiary): string => WORDS[whom];

/** The address, with for whom it is; as it was where it goes without saying. */
export const withWhom = (address: string, whom: Beneficiary | undefined): string =>
  whom === undefined ? address : `${address}?${FOR_WHOM}=${WORDS[whom]}`;

/** Whether a posted form is about the person that the draft is for now: another tab may have turned it meanwhile. */
export const isForSame = (
  { forOthers }: Pick<Procedure, "forOthers">,
  body: Readonly<Record<string, unknown>> | undefined,
  state: FormState,
): boolean => forOthers === undefined || body?.[FOR_WHOM] === whomWord(beneficiaryOf(state));
