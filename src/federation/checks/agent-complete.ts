import { FederationError } from "../errors/federation-error.ts";
import { isFilled } from "../identity/claims.ts";
import type { Check } from "./check.ts";
import type { IdentityContext } from "./contexts.ts";

const SIRET = /^\d{14}$/;

/** `siret` decides what an agent may do: without it, or malformed, there is no agent. */
export const agentComplete: Check<IdentityContext> = {
  name: "agent-complete",
  run({ claims }) {
    const names = [claims.given_name, claims.usual_name, claims.email];
    if (!names.every(isFilled) || typeof claims.siret !== "string") {
      throw new FederationError("identity_incomplete", { part: "userinfo" });
    }
    if (!SIRET.test(claims.siret.replaceAll(" ", "")))
      throw new FederationError("identity_invalid", { part: "userinfo" });
  },
};
