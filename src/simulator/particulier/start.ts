import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { createApp } from "./app.ts";
import { checktokenClient } from "./checktoken.ts";
import { type CitizenTokenAnswer, citizenTokenFrom, isRecord } from "./citizen-token.ts";
import { ExpiringMap } from "./expiring-map.ts";
import { FaultDial } from "./faults/dial.ts";
import { FixedWindow } from "./fixed-window.ts";
import { habilitationTokens } from "./habilitation.ts";
import { Cases } from "./matching/cases.ts";
import { loadCases } from "./matching/load-cases.ts";
import type { ApiParticulierOptions, LimitOptions, RunningApiParticulier } from "./options.ts";
import type { Platform } from "./platform.ts";

/** The same from the sources and from the compiled files: both lie three folders below the root. */
const BUILT_IN_CASES = fileURLToPath(new URL("../../../src/simulator/cases", import.meta.url));

/**
 * Starts the simulated API Particulier and resolves once it listens; rejects with the system's error when it cannot.
 * @see https://particulier.api.gouv.fr/developpeurs
 */
export async function startApiParticulier(options: ApiParticulierOptions): Promise<RunningApiParticulier> {
  const platform = await createPlatform(options);
  let url = "";
  const app = createApp(platform, () => url, options.control);
  const server = createServer(app).listen(options.port, options.host);
  await new Promise<void>((resolve, reject) => server.once("listening", resolve).once("error", reject));
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return { url, tokens: await habilitationTokens(), close: () => close(server) };
}

async function createPlatform(options: ApiParticulierOptions): Promise<Platform> {
  const { now = () => new Date(), logger, limits = {} } = options;
  const cases = new Cases(await readAllCases(options));
  return {
    now,
    logger,
    cases,
    readCitizenToken: citizenTokenReader(options, cases),
    limits: windows(limits),
    bans: new ExpiringMap(),
    duplicates: new ExpiringMap(),
    cache: new ExpiringMap(),
    maskByScope: options.maskByScope ?? true,
    faults: new FaultDial({ fault: options.fault, personas: options.personas, now }),
  };
}

async function readAllCases({ casesDir, logger }: ApiParticulierOptions) {
  const builtIn = await loadCases(BUILT_IN_CASES, true);
  const given = casesDir === undefined ? { cases: [], problems: [] } : await loadCases(casesDir);
  for (const problem of [...given.problems, ...builtIn.problems]) logger?.warn(problem, "Case file left out");
  return [...given.cases, ...builtIn.cases];
}

/** The literal tokens of `france_connect/*.yaml` first, as the official staging does, then FranceConnect itself. */
function citizenTokenReader({ checktoken, logger }: ApiParticulierOptions, cases: Cases) {
  const askFranceConnect = checktokenClient(checktoken, logger);
  return async (accessToken: string): Promise<CitizenTokenAnswer> => {
    const fake = cases.in("france_connect").find(({ parameters }) => parameters.token === accessToken);
    if (!fake) return askFranceConnect(accessToken);
    return citizenTokenFrom(isRecord(fake.body) ? fake.body.token_introspection : undefined);
  };
}

function windows(limits: LimitOptions): Platform["limits"] {
  const window = (limit: number | null | undefined, standard: number, seconds: number) =>
    limit === null ? undefined : new FixedWindow(limit ?? standard, seconds);
  const perMinute = window(limits.franceConnectPerMinute, 30, 60);
  const perHour = window(limits.franceConnectPerHour, 600, 3600);
  return {
    token: window(limits.perTokenPerSecond, 20, 1),
    address: window(limits.perAddressPerMinute, 1000, 60),
    franceConnect: [perMinute, perHour].filter((one) => one !== undefined),
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
