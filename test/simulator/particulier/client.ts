import {
  type ApiParticulierOptions,
  type RunningApiParticulier,
  startApiParticulier,
} from "../../../src/simulator/particulier/index.ts";

/** The contract's example recipient. */
export const RECIPIENT = "21330063500017";

const NO_FRANCECONNECT: ApiParticulierOptions["checktoken"] = {
  url: "http://127.0.0.1:9/checktoken",
  clientId: "fd",
  clientSecret: "fd-secret",
  privateJwk: { kty: "RSA", alg: "RSA-OAEP-256" },
  issuer: "http://127.0.0.1:9",
  jwksUrl: "http://127.0.0.1:9/jwks",
};

export interface Simulated extends RunningApiParticulier {
  /** The habilitation for everything. */
  readonly token: string;
  get(path: string, parameters?: Parameters, request?: RequestInit): Promise<Reply>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: { readonly data?: Record<string, unknown>; readonly errors?: readonly ApiError[] };
}

export interface ApiError {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly source?: unknown;
  readonly meta?: Record<string, unknown>;
}

type Parameters = Readonly<Record<string, unknown>>;

/** Starts the simulator on a free port, without limits unless the test sets them. */
export async function simulate(options: Partial<ApiParticulierOptions> = {}): Promise<Simulated> {
  const running = await startApiParticulier({
    port: 0,
    host: "127.0.0.1",
    personas: [],
    fault: () => null,
    checktoken: NO_FRANCECONNECT,
    limits: {
      perTokenPerSecond: null,
      perAddressPerMinute: null,
      franceConnectPerMinute: null,
      franceConnectPerHour: null,
    },
    ...options,
  });
  const token = running.tokens[0]?.token ?? "";
  const url = running.url.replace("localhost", "127.0.0.1");
  return {
    ...running,
    token,
    get: async (path, parameters = {}, request = {}) => {
      const query = encode({ recipient: RECIPIENT, ...parameters });
      const headers = { Authorization: `Bearer ${token}`, ...(request.headers as Record<string, string>) };
      const response = await fetch(`${url}${path}?${query}`, { redirect: "manual", ...request, headers });
      return {
        status: response.status,
        headers: response.headers,
        body: (await response.json()) as Reply["body"],
      };
    },
  };
}

/** One bracket pair per element of a list; an undefined value leaves the parameter out. */
export function encode(parameters: Parameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (Array.isArray(value)) for (const item of value) query.append(`${name}[]`, String(item));
    else if (value !== undefined) query.append(name, String(value));
  }
  return query.toString();
}
