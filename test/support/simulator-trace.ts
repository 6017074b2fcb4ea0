import type { SimulatorClient } from "../../src/simulator/index.ts";
import { authorizeUrl, readJwt } from "./simulator.ts";
import { SimulatorBrowser, type Visit } from "./simulator-browser.ts";

/** Everything a service sees of one login and of the provider's documents, less what is random. */
export type Trace = Readonly<Record<string, string>>;

/** Documents outside the login itself. */
const DOCUMENTS = {
  jwks: "/jwks",
  discovery: "/.well-known/openid-configuration",
  logout: "/session/end?id_token_hint=x",
} as const;

type Document = keyof typeof DOCUMENTS;

export interface TraceOptions {
  readonly issuer: string;
  readonly client: SimulatorClient;
  readonly overrides: Readonly<Record<string, string | undefined>>;
  readonly decrypt: (jwe: string) => Promise<{ header: Record<string, unknown>; jws: string }>;
  /** Fault to play, by cookie and header. */
  readonly fault?: string | undefined;
  /** Milliseconds before an answer counts as missing. */
  readonly patience: number;
  /** Which documents to look at; all where absent. */
  readonly documents?: readonly Document[];
  /** Credentials for `checktoken`, where the platform has it. */
  readonly dataProvider?: { readonly client_id: string; readonly client_secret: string } | undefined;
}

/** Walks one login and looks at every document. */
export async function traceLogin(options: TraceOptions): Promise<Trace> {
  const { issuer, client, fault, patience } = options;
  const browser = new SimulatorBrowser();
  if (fault !== undefined) browser.setCookie(`simulator_fault=${fault}; Path=/`, issuer);
  const visit = await Promise.race([
    browser.visit(authorizeUrl(issuer, client, options.overrides)).catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, patience)),
  ]);
  const documents = options.documents ?? (Object.keys(DOCUMENTS) as Document[]);
  const seen = await Promise.all(
    documents.map(async (name) => {
      const answer = await call(options, `${issuer}${DOCUMENTS[name]}`, {}, fault);
      return [name, name === "logout" ? withoutChance(answer) : answer] as const;
    }),
  );
  return {
    ...(await backChannel(options, visit)),
    callback: withoutChance(visit === undefined ? "none" : `${visit.status} ${visit.url}`),
    ...Object.fromEntries(seen),
  };
}

async function backChannel(options: TraceOptions, visit: Visit | undefined) {
  const { issuer, client, dataProvider, fault } = options;
  const code = visit === undefined ? null : new URL(visit.url).searchParams.get("code");
  const form = new URLSearchParams({
    grant_type: "authorization_code",
    client_id: client.client_id,
    client_secret: client.client_secret,
    redirect_uri: String(client.redirect_uris[0]),
    code: code ?? "",
  });
  const token = code === null ? "" : await call(options, `${issuer}/token`, { method: "POST", body: form });
  const body = bodyOf(token);
  const accessToken = String(body.access_token);
  const usable = typeof body.access_token === "string" && !/[\r\n]/.test(accessToken);
  const user = usable
    ? await call(options, `${issuer}/userinfo`, { headers: { authorization: `Bearer ${accessToken}` } })
    : "";
  const question = new URLSearchParams({ token: accessToken, ...dataProvider });
  const introspection =
    dataProvider === undefined
      ? ""
      : await call(options, `${issuer}/checktoken`, { method: "POST", body: question }, fault);
  return {
    token: withoutChance(token),
    idToken: await opened(options, body.id_token),
    userinfo: user.includes("application/jwt") ? await opened(options, user.split("\n").at(-1)) : user,
    checktoken: introspection.startsWith("200")
      ? await introspected(options, String(introspection.split("\n").at(-1)))
      : introspection,
  };
}

/** One call as status, headers that matter and body; or as what went wrong. */
async function call(options: TraceOptions, url: string, init: RequestInit, fault?: string): Promise<string> {
  const headers = new Headers(init.headers);
  if (fault !== undefined) headers.set("x-simulator-fault", fault);
  try {
    const signal = AbortSignal.timeout(options.patience);
    const response = await fetch(url, { ...init, headers, redirect: "manual", signal });
    const body = await response.text();
    const shown = body.length > 10_000 && !url.includes("well-known") ? `${body.length} characters` : body;
    return [
      response.status,
      response.headers.get("location"),
      response.headers.get("content-type"),
      shown,
    ].join("\n");
  } catch (error) {
    return `failed: ${(error as Error).name}`;
  }
}

function bodyOf(answer: string): Record<string, unknown> {
  try {
    return JSON.parse(answer.split("\n").slice(3).join("\n")) ?? {};
  } catch {
    return {};
  }
}

async function opened({ decrypt }: TraceOptions, token: unknown): Promise<string> {
  const compact = String(token);
  try {
    const jwe = compact.split(".").length === 5 ? await decrypt(compact) : undefined;
    const { header, claims } = readJwt(jwe?.jws ?? compact);
    const { iat: _iat, exp: _exp, auth_time: _auth, at_hash: _hash, sub: _sub, ...stable } = claims;
    const shape = Object.entries(claims).map(([name, value]) => `${name}:${typeof value}`);
    const age = ["iat", "auth_time"].map((name) =>
      Math.round((Number(claims[name]) - Date.now() / 1000) / 20),
    );
    const life = Math.round((Number(claims.exp) - Date.now() / 1000) / 200);
    const sizes = [compact, compact.split(".").at(-1) ?? ""].map((part) => Math.ceil(part.length / 300));
    return JSON.stringify([
      [jwe?.header.alg, jwe?.header.kid, jwe?.header.enc],
      { ...header, kid: [typeof header.kid, String(header.kid).split(":").slice(0, 2).join(":")] },
      stable,
      shape,
      age,
      life,
      [String(claims.sub).length, String(claims.at_hash).startsWith("AAAA")],
      sizes,
    ]);
  } catch (error) {
    return `unreadable: ${(error as Error).name}`;
  }
}

async function introspected({ decrypt }: TraceOptions, jwe: string): Promise<string> {
  const { claims } = readJwt((await decrypt(jwe)).jws);
  const { jti: _jti, iat: _iat, exp: _exp, ...rest } = claims.token_introspection as Record<string, unknown>;
  return JSON.stringify(rest);
}

/** Codes, tokens and identifiers are random; everything else is not. */
function withoutChance(text: string): string {
  return text
    .replace(/code=[\w-]{43}(?=&|$)/g, "code=…")
    .replace(/"[\w-]{40,}(\.[\w-]*)*"/g, '"…"')
    .replace(/id=[0-9a-f-]{36}/g, "")
    .replace(/>[0-9a-f-]{36}</g, "><");
}
