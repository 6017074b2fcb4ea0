import type { Request } from "express";
import type { LinkedAccount } from "./federation-session.ts";

/**
 * Every account proven in this session by one and the same person, the present one first.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#ClaimStability (`iss` and `sub` together are the key)
 * @example
 * import { linkedAccounts } from "passerelle";
 * app.get("/mes-dossiers", (req, res) => res.json(linkedAccounts(req)));
 */
export function linkedAccounts(req: Request): readonly LinkedAccount[] {
  return req.citizen ? (req.session.federation?.accounts ?? []) : [];
}
