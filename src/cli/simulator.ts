import { readFile } from "node:fs/promises";
import { Command } from "commander";
import {
  AGENTS,
  FAULT_ROWS,
  knownPersona,
  PERSONAS,
  parseClients,
  type Simulator,
  type SimulatorClients,
  SimulatorError,
  type SimulatorLogger,
  startSimulator,
} from "../simulator/index.ts";
import { simulatorPorts } from "./demo-settings.ts";
import { print, printError } from "./print.ts";
import { untilStopped } from "./stop.ts";

interface Flags {
  readonly clients?: string;
  readonly cases?: string;
  readonly auto?: string;
  readonly json?: boolean;
  readonly listFaults?: boolean;
  readonly listPersonas?: boolean;
}

/**
 * `passerelle simulator`: the State on localhost, for applications and tests in any language.
 *
 * @example
 * import { simulatorCommand } from "./simulator.ts";
 * program.addCommand(simulatorCommand());
 */
export function simulatorCommand(): Command {
  return new Command("simulator")
    .description("start FranceConnect, FranceConnect+, ProConnect and API Particulier on localhost, alone")
    .option("--clients <file>", "more clients and data providers, JSON in OpenID Connect's metadata names")
    .option("--cases <dir>", "more cases for API Particulier, in the official layout")
    .option("--auto <persona>", "answer every login at once as this persona, e.g. test")
    .option("--json", "print what is running as one line of JSON")
    .option("--list-faults", "print every fault of the dial, and stop")
    .option("--list-personas", "print every persona and agent, and stop")
    .addHelpText("after", PORTS_HELP)
    .action(async (flags: Flags, command: Command) => {
      if (flags.listFaults) return listFaults(flags);
      if (flags.listPersonas) return listPersonas(flags);
      const auto = flags.auto === undefined ? undefined : knownPersona(flags.auto);
      if (flags.auto !== undefined && auto === undefined) {
        command.error(`error: no persona is called ${flags.auto}; --list-personas lists them`);
      }
      await runUntilStopped(flags, auto);
    });
}

const PORTS_HELP = `
Ports: SIMULATOR_FRANCECONNECT_PORT (4010), SIMULATOR_FRANCECONNECT_PLUS_PORT (4020),
SIMULATOR_PROCONNECT_PORT (4030), SIMULATOR_PARTICULIER_PORT (4040); 0 takes any free one.
PORT (3000) says where the service of the built-in clients runs.`;

/** Refusals and unreadable case files are worth a line on standard error; the rest is not. */
const WARNINGS: SimulatorLogger = {
  debug: () => {},
  info: () => {},
  warn: (object, message) => printError(`${message ?? "warning"} ${JSON.stringify(object)}`),
  error: (object, message) => printError(`${message ?? "error"} ${JSON.stringify(object)}`),
};

async function runUntilStopped(flags: Flags, auto: string | undefined): Promise<void> {
  const stopped = untilStopped();
  const clients = flags.clients === undefined ? undefined : await readClients(flags.clients);
  const simulator = await startSimulator({
    ports: simulatorPorts(process.env),
    serviceUrl: `http://localhost:${process.env.PORT ?? 3000}`,
    logger: WARNINGS,
    ...(clients === undefined ? {} : { clients }),
    ...(flags.cases === undefined ? {} : { casesDir: flags.cases }),
    ...(auto === undefined ? {} : { auto }),
  });
  if (flags.json) print(JSON.stringify(simulator));
  else for (const line of describe(simulator)) print(line);
  try {
    await stopped;
  } finally {
    await simulator.close();
  }
}

async function readClients(file: string): Promise<SimulatorClients> {
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    const hint = `${cause.code}: check the path after --clients`;
    throw new SimulatorError("SIMULATOR_CLIENTS_UNREADABLE", `${file} cannot be read`, hint, { cause });
  });
  return parseClients(text, file);
}

function describe({
  franceconnect,
  franceconnectPlus,
  proconnect,
  apiParticulier,
}: Simulator): readonly string[] {
  return [
    `FranceConnect    ${franceconnect.issuer}  client ${franceconnect.clients[0]?.client_id}`,
    `FranceConnect+   ${franceconnectPlus.issuer}  client ${franceconnectPlus.clients[0]?.client_id}`,
    `ProConnect       ${proconnect.issuer}  client ${proconnect.clients[0]?.client_id}`,
    `API Particulier  ${apiParticulier.url}`,
    "",
    "--json prints clients with their secrets and the tokens of API Particulier; Ctrl-C stops.",
  ];
}

function listFaults({ json }: Flags): void {
  if (json) {
    print(JSON.stringify(FAULT_ROWS));
    return;
  }
  const width = Math.max(...FAULT_ROWS.map(({ name }) => name.length));
  for (const row of FAULT_ROWS) {
    print(`${row.name.padEnd(width)}  ${row.description} (${row.platforms.join(", ")})`);
  }
}

function listPersonas({ json }: Flags): void {
  const everyone = [...PERSONAS, ...AGENTS];
  if (json) {
    print(JSON.stringify(everyone));
    return;
  }
  const width = Math.max(...everyone.map(({ id }) => id.length));
  for (const { id, title, note } of everyone) print(`${id.padEnd(width)}  ${title}. ${note}`);
}
