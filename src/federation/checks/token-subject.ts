import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { TokenContext } from "./contexts.ts";

/** At most 255 ASCII characters. @see https://openid.net/specs/openid-connect-core-1_0.html#IDToken */
const SUBJECT = /^[\x21-\x7e]{1,255}$/;

export const tokenSubject: Check<TokenContext> = {
  name: "token-subject",
  run({ payload, part }) {
    if (typeof payload.sub !== "string" || !SUBJECT.test(payload.sub)) {
      throw new FederationError("token_subject_invalid", { part });
    }
  },
};
