import { Command } from "commander";
import { franceConnect, loadKeys, type ProviderStatus, proConnect } from "../federation/index.ts";
import { apiParticulier } from "../particulier/index.ts";
import { openSessions, readSettings, type Settings } from "../service/index.ts";
import { openDatabase } from "../storage/index.ts";
import { offeredProcedures } from "./offered-procedures.ts";
import { checkParticulier, type ParticulierFinding } from "./particulier-check.ts";
import { print } from "./print.ts";

/** One thing that was looked at, and what to mend where it is not well. */
type Finding = ParticulierFinding;
type Probe = (settings: Settings) => Promise<readonly Finding[]>;

/** Everything the service leans on. A probe never throws: what it meets is a finding. */
const PROBES: readonly { readonly subject: string; readonly probe: Probe }[] = [
  { subject: "issuers", probe: checkIssuers },
  { subject: "keys", probe: checkKeys },
  { subject: "database", probe: checkDatabase },
  { subject: "sessions", probe: checkSessions },
  { subject: "API Particulier", probe: checkApi },
];

/** How long an issuer may take before it counts as down. */
const PATIENCE = 8_000;

/** `passerelle check`: probes what is configured, and says what is wrong. */
export function checkCommand(): Command {
  return new Command("check")
    .description("probe the configured issuers, keys, database, sessions and API, and say what is wrong")
    .option("--json", "print the findings as JSON and nothing else")
    .action(async ({ json }: { json?: true }) => {
      const settings = readSettings(process.env);
      const findings = (await Promise.all(PROBES.map((one) => run(one, settings)))).flat();
      if (json) print(JSON.stringify(findings));
      else for (const { level, subject, detail } of findings) print(`${MARKS[level]} ${subject}: ${detail}`);
      process.exitCode = findings.some(({ level }) => level === "error") ? 1 : 0;
    });
}

const MARKS = { ok: "ok     ", warning: "warning", error: "error  " } as const;

async function run(
  { subject, probe }: (typeof PROBES)[number],
  settings: Settings,
): Promise<readonly Finding[]> {
  try {
    return await probe(settings);
  } catch (error) {
    const detail =
      error instanceof Error && "operatorHint" in error ? String(error.operatorHint) : String(error);
    return [{ level: "error", subject, detail }];
  }
}

async function checkIssuers(settings: Settings): Promise<readonly Finding[]> {
  const { baseUrl, keysDir, franceConnect: fc, franceConnectPlus: plus, proConnect: pro } = settings;
  const middlewares = [
    franceConnect({
      baseUrl,
      ...(fc && { franceConnect: fc }),
      ...(plus && { franceConnectPlus: plus, keysDir }),
    }),
    ...(pro ? [proConnect({ baseUrl, mountPath: "/agent/auth", client: pro })] : []),
  ];
  const statuses = () => middlewares.flatMap((middleware) => middleware.status());
  try {
    await settled(statuses);
    return statuses().map(
      ({ name, issuer, state, hint }): Finding => ({
        level: state === "up" ? "ok" : "error",
        subject: `${name} (${issuer})`,
        detail: hint ?? state,
      }),
    );
  } finally {
    for (const middleware of middlewares) middleware.close();
  }
}

async function settled(statuses: () => readonly ProviderStatus[]): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end && statuses().some(({ state }) => state === "starting")) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function checkKeys({ keysDir, franceConnectPlus }: Settings): Promise<readonly Finding[]> {
  if (!franceConnectPlus) return [];
  const warnings = (await loadKeys(keysDir)).warnings();
  return warnings.length === 0
    ? [{ level: "ok", subject: "keys", detail: `${keysDir} holds a current encryption key` }]
    : warnings.map((detail) => ({ level: "warning", subject: "keys", detail }));
}

async function checkDatabase({ databaseUrl }: Settings): Promise<readonly Finding[]> {
  const store = await openDatabase(databaseUrl);
  try {
    await store.ping();
    return [{ level: "ok", subject: "database", detail: `${store.dialect} answers` }];
  } finally {
    await store.close();
  }
}

async function checkSessions(settings: Settings): Promise<readonly Finding[]> {
  if (!settings.redisUrl) {
    const detail = "in memory: one process only, forgotten at a restart; set REDIS_URL for more";
    return [{ level: "ok", subject: "sessions", detail }];
  }
  const sessions = await openSessions(settings, () => undefined);
  try {
    await sessions.ping();
    return [{ level: "ok", subject: "sessions", detail: "Redis answers" }];
  } finally {
    await sessions.close();
  }
}

async function checkApi(settings: Settings): Promise<readonly Finding[]> {
  const { apiParticulier: configured, collectivite, proceduresFile } = settings;
  if (!configured) {
    const detail = "API_PARTICULIER_URL is not set: forms are filled by hand";
    return [{ level: "warning", subject: "API Particulier", detail }];
  }
  const { url, token } = configured;
  const api = apiParticulier({ url, recipient: collectivite.siret, ...(token && { token }) });
  const procedures = await offeredProcedures(proceduresFile);
  const needs = procedures.flatMap(({ slug, sources }) =>
    Object.values(sources).map(({ route, keys }) => ({ for: slug, route, keys })),
  );
  return checkParticulier(api, { needs, token, now: new Date() });
}
