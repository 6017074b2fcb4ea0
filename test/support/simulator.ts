import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  compactDecrypt,
  decodeJwt,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from "jose";
import {
  type Simulator,
  type SimulatorClient,
  type SimulatorOptions,
  startSimulator,
} from "../../src/simulator/index.ts";
import type { SimulatorBrowser, Visit } from "./simulator-browser.ts";

/** The simulators on free ports. */
export function startOnFreePorts(options: SimulatorOptions = {}): Promise<Simulator> {
  return startSimulator({
    ...options,
    ports: { franceconnect: 0, franceconnectPlus: 0, proconnect: 0, particulier: 0 },
  });
}

/** A valid FranceConnect authorization request; `undefined` takes a parameter away. */
export function authorizeUrl(
  issuer: string,
  client: SimulatorClient,
  overrides: Readonly<Record<string, string | undefined>> = {},
): string {
  const parameters: Record<string, string | undefined> = {
    client_id: client.client_id,
    redirect_uri: client.redirect_uris[0],
    response_type: "code",
    scope: "openid identite_pivot preferred_username email",
    acr_values: client.redirect_uris[0]?.includes("plus") ? "eidas2" : "eidas1",
    state: "s".repeat(64),
    nonce: "n".repeat(64),
    ...overrides,
  };
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return `${issuer}/authorize?${new URLSearchParams(given)}`;
}

/** Walks from the authorization request to the service: identity provider, persona, « Continuer sur ». */
export async function logIn(
  browser: SimulatorBrowser,
  url: string,
  { provider, persona = "test" }: { readonly provider: string; readonly persona?: string },
): Promise<Visit> {
  const choice = await browser.visit(url);
  const personas = await browser.click(choice, `idp-${provider}`);
  const information = await browser.submit(personas, "personas", { persona });
  return browser.submit(information, "information");
}

export interface TokenAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Exchanges the code of a callback address. */
export async function exchange(
  issuer: string,
  client: SimulatorClient,
  callback: string,
  overrides: Readonly<Record<string, string>> = {},
): Promise<TokenAnswer> {
  const response = await fetch(`${issuer}/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: client.client_id,
      client_secret: client.client_secret,
      redirect_uri: String(client.redirect_uris[0]),
      code: new URL(callback).searchParams.get("code") ?? "",
      ...overrides,
    }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** UserInfo as it travels. */
export async function userinfo(issuer: string, accessToken: unknown): Promise<Response> {
  return fetch(`${issuer}/userinfo`, { headers: { authorization: `Bearer ${String(accessToken)}` } });
}

/** Header and claims of a compact JWS. */
export function readJwt(token: unknown): {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
} {
  const jwt = String(token);
  return { header: { ...decodeProtectedHeader(jwt) }, claims: decodeJwt(jwt) };
}

/** A service's encryption key, served over HTTP as a `jwks_uri`. */
export async function encryptionKeys(alg: string): Promise<{
  readonly jwksUri: string;
  readonly kid: string;
  readonly decrypt: (jwe: unknown) => Promise<{ header: Record<string, unknown>; jws: string }>;
  readonly close: () => Promise<void>;
}> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const kid = `service-${alg}`;
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid, use: "enc", alg };
  const key = await importJWK(await exportJWK(privateKey), alg);
  const server = createServer((_req, res) => {
    res.setHeader("content-type", "application/json").end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    jwksUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`,
    kid,
    decrypt: async (jwe) => {
      const { plaintext, protectedHeader } = await compactDecrypt(String(jwe), key, {
        keyManagementAlgorithms: [alg],
        contentEncryptionAlgorithms: ["A256GCM"],
      });
      return { header: { ...protectedHeader }, jws: new TextDecoder().decode(plaintext) };
    },
    close: () =>
      new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}

/** One client of a platform, by name. */
export function clientNamed(clients: readonly SimulatorClient[], name: string): SimulatorClient {
  const client = clients.find((row) => row.client_name === name);
  if (client === undefined) throw new Error(`no client ${name}`);
  return client;
}
