import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { UserInfoContext } from "./contexts.ts";

/** @see https://openid.net/specs/openid-connect-core-1_0.html#UserInfoResponse (the `sub` MUST match exactly) */
export const userinfoSubject: Check<UserInfoContext> = {
  name: "userinfo-subject",
  run({ payload, subject }) {
    if (subject === undefined || payload.sub !== subject) {
      throw new FederationError("userinfo_subject_mismatch", { part: "userinfo" });
    }
  },
};
