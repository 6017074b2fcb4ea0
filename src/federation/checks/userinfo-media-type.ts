import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { MediaTypeContext } from "./contexts.ts";

/** A JWT where a JWT is registered. @see https://openid.net/specs/openid-connect-core-1_0.html#UserInfoResponse */
export const userinfoMediaType: Check<MediaTypeContext> = {
  name: "userinfo-media-type",
  run({ answer }) {
    const type = (answer.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
    if (type !== "application/jwt") throw new FederationError("userinfo_not_signed", { part: "userinfo" });
  },
};
