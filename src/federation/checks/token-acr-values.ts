import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { TokenContext } from "./contexts.ts";

/** ProConnect's values are a list and not a scale: one of those accepted, exactly. */
export const tokenAcrValues: Check<TokenContext> = {
  name: "token-acr-values",
  run({ payload, part, transaction }) {
    const { acrValues } = transaction;
    if (acrValues && !acrValues.some((value) => value === payload.acr))
      throw new FederationError("acr_refused", { part });
  },
};
