import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { CompactEncrypt, exportJWK, generateKeyPair, SignJWT } from "jose";
import type { ChecktokenOptions } from "../../../src/simulator/particulier/index.ts";

export interface Introspection {
  readonly active: boolean;
  readonly scope?: string;
  readonly [claim: string]: unknown;
}

export interface ChecktokenDouble {
  readonly options: ChecktokenOptions;
  /** What the next questions about this access token are answered; a status other than 200 answers an OAuth error. */
  set(accessToken: string, answer: Introspection | { readonly error: string; readonly status: number }): void;
  /** The forms that were posted, in order. */
  readonly asked: readonly Readonly<Record<string, string>>[];
  close(): Promise<void>;
}

/** A FranceConnect reduced to `checktoken` and its keys, written without a line of the simulator. */
export async function startChecktokenDouble(): Promise<ChecktokenDouble> {
  const signing = await generateKeyPair("ES256", { extractable: true });
  const encryption = await generateKeyPair("RSA-OAEP-256", { extractable: true });
  const answers = new Map<string, Introspection | { readonly error: string; readonly status: number }>();
  const asked: Record<string, string>[] = [];
  const publicJwk = { ...(await exportJWK(signing.publicKey)), kid: "double", use: "sig", alg: "ES256" };
  let issuer = "";

  const server = createServer(async (request, response) => {
    if (request.url === "/jwks") {
      response.setHeader("Content-Type", "application/json").end(JSON.stringify({ keys: [publicJwk] }));
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    asked.push(form);
    const answer = answers.get(form.token ?? "") ?? { active: false };
    if ("error" in answer && typeof answer.status === "number") {
      response.writeHead(answer.status, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ error: answer.error }));
      return;
    }
    const jws = await new SignJWT({ token_introspection: answer })
      .setProtectedHeader({ alg: "ES256", kid: "double" })
      .setIssuer(issuer)
      .setAudience("fd")
      .setIssuedAt()
      .sign(signing.privateKey);
    const jwe = await new CompactEncrypt(Buffer.from(jws))
      .setProtectedHeader({ alg: "RSA-OAEP-256", enc: "A256GCM" })
      .encrypt(encryption.publicKey);
    response.setHeader("Content-Type", "application/token-introspection+jwt").end(jwe);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    options: {
      url: `${issuer}/checktoken`,
      clientId: "fd",
      clientSecret: "fd-secret",
      privateJwk: { ...(await exportJWK(encryption.privateKey)), alg: "RSA-OAEP-256" },
      issuer,
      jwksUrl: `${issuer}/jwks`,
    },
    set: (accessToken, answer) => answers.set(accessToken, answer),
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
