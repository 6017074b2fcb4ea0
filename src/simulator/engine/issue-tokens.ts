import type Provider from "oidc-provider";
import type { Client, KoaContextWithOIDC } from "oidc-provider";
import type { Claims } from "../faults/fault.ts";
import type { Engine } from "./engine.ts";
import type { FaultDeck } from "./fault-deck.ts";
import { forge, type TokenRequest } from "./forge.ts";

/** The part of the library's token model that its own `issue` uses. */
interface IssuableToken {
  readonly ctx?: KoaContextWithOIDC;
  readonly client: Client;
  payload(): Promise<Claims>;
  set(claim: string, value: unknown): void;
  issue(options: IssueOptions): Promise<string>;
}

interface IssueOptions {
  readonly use: string;
  readonly expiresAt?: number | null;
}

export interface TokenInstallOptions {
  readonly engine: () => Engine;
  readonly deck: FaultDeck;
  readonly now: () => Date;
  /** Seconds an ID token lives. */
  readonly idTokenTtl: number;
  /** ProConnect's library adds `at_hash` in the code flow; FranceConnect's does not. */
  readonly accessTokenHash: boolean;
}

/** How a client registered each of its two tokens. */
function registered(client: Client, use: "idtoken" | "userinfo"): Pick<TokenRequest, "alg" | "encryption"> {
  if (use === "idtoken") {
    return {
      alg: String(client.idTokenSignedResponseAlg),
      encryption: { alg: client.idTokenEncryptedResponseAlg, enc: client.idTokenEncryptedResponseEnc },
    };
  }
  return {
    alg: String(client.userinfoSignedResponseAlg),
    encryption: { alg: client.userinfoEncryptedResponseAlg, enc: client.userinfoEncryptedResponseEnc },
  };
}

/** Lets faults into the tokens of a provider; without one the library issues them as it always does. */
export function installTokenFaults(provider: Provider, options: TokenInstallOptions): void {
  const model = provider.IdToken.prototype as unknown as IssuableToken;
  const original = model.issue;
  model.issue = async function issue(this: IssuableToken, request: IssueOptions): Promise<string> {
    const { ctx, client } = this;
    const { use } = request;
    if (ctx === undefined || (use !== "idtoken" && use !== "userinfo")) return original.call(this, request);
    const accessToken = ctx.oidc.entities.AccessToken;
    if (options.accessTokenHash && use === "idtoken" && accessToken !== undefined) {
      this.set("at_hash", accessToken.jti);
    }
    const fault = options.deck.forContext(ctx);
    const mutation = use === "idtoken" ? fault?.idToken : fault?.userinfo;
    if (fault === undefined || !(fault.rotate || fault.clockSkew || mutation))
      return original.call(this, request);
    const engine = options.engine();
    if (fault.rotate) await engine.rotate();
    const now = Math.floor(options.now().getTime() / 1000);
    const claims = {
      ...(await this.payload()),
      aud: client.clientId,
      exp: request.expiresAt ?? now + options.idTokenTtl,
      iat: now,
      iss: engine.issuer,
    };
    return forge(
      fault,
      { use, claims, client, ...registered(client, use) },
      { context: { issuer: engine.issuer, clientId: client.clientId, now }, keys: engine.keys() },
    );
  };
}
