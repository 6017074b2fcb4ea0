import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateKeys, listKeys } from "../federation/index.ts";
import { readSettings, type Settings } from "../service/index.ts";
import type { SimulatedPlatform, Simulator, SimulatorPorts } from "../simulator/index.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const PORT_VARIABLES: Readonly<Record<keyof SimulatorPorts, string>> = {
  franceconnect: "SIMULATOR_FRANCECONNECT_PORT",
  franceconnectPlus: "SIMULATOR_FRANCECONNECT_PLUS_PORT",
  proconnect: "SIMULATOR_PROCONNECT_PORT",
  particulier: "SIMULATOR_PARTICULIER_PORT",
};

/** The simulators' ports that the environment moves; the others keep their defaults. */
export function simulatorPorts(env: Environment): Partial<SimulatorPorts> {
  const moved = Object.entries(PORT_VARIABLES).filter(([, variable]) => env[variable]);
  return Object.fromEntries(moved.map(([name, variable]) => [name, Number(env[variable])]));
}

/**
 * The settings of the demo, through the same validation as the real ones.
 * Secrets and keys are made at the first start and kept in `data`, so that drafts can be read at the next.
 */
export async function demoSettings(demo: {
  readonly simulator: Simulator;
  readonly port: number;
  readonly data: string;
}): Promise<Settings> {
  const { simulator, port, data } = demo;
  const keysDir = join(data, "keys");
  await mkdir(data, { recursive: true, mode: 0o700 });
  if ((await listKeys(keysDir)).length === 0) await generateKeys(keysDir);
  const settings = readSettings({
    PORT: String(port),
    ...clientVariables("FRANCECONNECT", simulator.franceconnect),
    ...clientVariables("FRANCECONNECT_PLUS", simulator.franceconnectPlus),
    ...clientVariables("PROCONNECT", simulator.proconnect),
    API_PARTICULIER_URL: simulator.apiParticulier.url,
    API_PARTICULIER_TOKEN: simulator.apiParticulier.tokens[0]?.token,
    COLLECTIVITE_SIRET: "21330063500017",
    COLLECTIVITE_NAME: "Val-de-Sorgue",
    COLLECTIVITE_PHONE: "01 99 00 12 34",
    COLLECTIVITE_EMAIL: "mairie@val-de-sorgue.example",
    COLLECTIVITE_ADDRESS: "1 place de la Fontaine, 84999 Val-de-Sorgue",
    COLLECTIVITE_OPENING_HOURS: "Du lundi au vendredi, de 8 h 30 à 12 h et de 13 h 30 à 17 h.",
    COLLECTIVITE_DPO: "dpo@val-de-sorgue.example",
    AGENT_ADMINISTRATORS: "olivier.dufau@commune.example",
    KEYS_DIR: keysDir,
    DATABASE_URL: `file:${join(data, "passerelle.db")}`,
    LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
    ...(await keptSecrets(join(data, "secrets.json"))),
  });
  return { ...settings, sandbox: true };
}

function clientVariables(prefix: string, { issuer, clients }: SimulatedPlatform): Environment {
  const client = clients[0];
  return {
    [`${prefix}_ISSUER`]: issuer,
    [`${prefix}_CLIENT_ID`]: client?.client_id,
    [`${prefix}_CLIENT_SECRET`]: client?.client_secret,
  };
}

async function keptSecrets(file: string): Promise<Environment> {
  const kept = await readFile(file, "utf8").catch(() => undefined);
  if (kept) return JSON.parse(kept) as Environment;
  const secrets = {
    SESSION_SECRET: randomBytes(32).toString("base64url"),
    ENCRYPTION_KEY: randomBytes(32).toString("base64url"),
  };
  await writeFile(file, JSON.stringify(secrets), { mode: 0o600, flag: "wx" });
  return secrets;
}
