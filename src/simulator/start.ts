import { stat } from "node:fs/promises";
import express, { type Express } from "express";
import { builtInClients } from "./clients/built-in.ts";
import { apiParticulierProvider } from "./clients/data-provider.ts";
import { controlRouter, knownPersona } from "./control.ts";
import type { Dial } from "./dial.ts";
import type { Engine } from "./engine/engine.ts";
import { citizenPlatform } from "./franceconnect/app.ts";
import { FRANCECONNECT, FRANCECONNECT_PLUS } from "./franceconnect/profile.ts";
import { type Listener, listen, listenError } from "./listen.ts";
import type {
  SimulatedPlatform,
  Simulator,
  SimulatorClient,
  SimulatorOptions,
  SimulatorPorts,
} from "./options.ts";
import { startApiParticulier } from "./particulier/index.ts";
import { PERSONAS } from "./personas/index.ts";
import { agentPlatform } from "./proconnect/app.ts";
import { SimulatorError } from "./simulator-error.ts";

const DEFAULT_PORTS: SimulatorPorts = {
  franceconnect: 4010,
  franceconnectPlus: 4020,
  proconnect: 4030,
  particulier: 4040,
};

/** Takes every port or none: the ones already taken are given back when another is in use. */
async function takePorts(ports: readonly number[], host: string): Promise<readonly Listener[]> {
  const settled = await Promise.allSettled(ports.map((port) => listen(port, host)));
  const failed = settled.find((result) => result.status === "rejected");
  const taken = settled.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  if (failed === undefined) return taken;
  await Promise.all(taken.map((listener) => listener.close()));
  throw failed.reason;
}

async function checkCasesFolder(directory: string | undefined): Promise<void> {
  if (directory === undefined) return;
  const found = await stat(directory).catch(() => undefined);
  if (found?.isDirectory()) return;
  throw new SimulatorError(
    "SIMULATOR_CASES_UNREADABLE",
    `${directory} is not a folder`,
    "give a folder in the official layout: <folder>/*.yaml with params, status, payload",
  );
}

function startingPersona(auto: string | undefined): string | null {
  if (auto === undefined) return null;
  const persona = knownPersona(auto);
  if (persona !== undefined) return persona;
  throw new SimulatorError(
    "SIMULATOR_PERSONA_UNKNOWN",
    `no persona is called ${auto}`,
    "passerelle simulator --list-personas lists them",
  );
}

function described(engine: Engine, clients: ReadonlyMap<string, SimulatorClient>): SimulatedPlatform {
  return { issuer: engine.issuer, clients: [...clients.values()] };
}

/**
 * Starts the simulated State and resolves once every part answers; rejects with {@link SimulatorError} when
 * a port is taken or a client is not valid.
 * @see https://docs.partenaires.franceconnect.gouv.fr/
 * @example
 * import { startSimulator } from "./index.ts";
 * const simulator = await startSimulator({ ports: { franceconnect: 0, franceconnectPlus: 0, proconnect: 0, particulier: 0 } });
 * const discovery = await fetch(`${simulator.franceconnect.issuer}/.well-known/openid-configuration`);
 * await simulator.close();
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  await checkCasesFolder(options.casesDir);
  const ports = { ...DEFAULT_PORTS, ...options.ports };
  const host = options.host ?? "127.0.0.1";
  const now = options.now ?? (() => new Date());
  const { logger } = options;
  const dial: Dial = { auto: startingPersona(options.auto), fault: null };
  const builtIn = builtInClients(options.serviceUrl ?? "http://localhost:3000");
  const listeners = await takePorts([ports.franceconnect, ports.franceconnectPlus, ports.proconnect], host);
  const [lowPort, highPort, agentPort] = listeners as [Listener, Listener, Listener];
  const closeAll = async (): Promise<void> => {
    await Promise.all(listeners.map((listener) => listener.close()));
  };

  try {
    const particulierAccess = await apiParticulierProvider();
    const common = { dial, now, logger };
    const dataProviders = [particulierAccess.provider, ...(options.clients?.dataProviders ?? [])];
    const [low, high, agents] = await Promise.all([
      citizenPlatform({
        ...common,
        profile: FRANCECONNECT,
        issuer: `${lowPort.url}/api/v2`,
        clients: [...builtIn.franceconnect, ...(options.clients?.franceconnect ?? [])],
        dataProviders,
      }),
      citizenPlatform({
        ...common,
        profile: FRANCECONNECT_PLUS,
        issuer: `${highPort.url}/api/v2`,
        clients: [...builtIn.franceconnectPlus, ...(options.clients?.franceconnectPlus ?? [])],
        dataProviders,
      }),
      agentPlatform({
        ...common,
        issuer: `${agentPort.url}/api/v2`,
        clients: [...builtIn.proconnect, ...(options.clients?.proconnect ?? [])],
      }),
    ]);
    const engines = [low.state.engine, high.state.engine, agents.state.engine];
    const control = controlRouter({
      dial,
      rotate: async () => {
        await Promise.all(engines.map((engine) => engine.rotate()));
      },
    });
    const controlled = (platform: Express): Express => {
      const app = express();
      app.disable("x-powered-by");
      app.use("/__simulator", control);
      app.use(platform);
      return app;
    };
    lowPort.serve(controlled(low.app));
    highPort.serve(controlled(high.app));
    agentPort.serve(controlled(agents.app));

    const particulier = await startApiParticulier({
      port: ports.particulier,
      host,
      personas: PERSONAS,
      control,
      fault: () => dial.fault,
      checktoken: {
        url: `${low.state.engine.issuer}/checktoken`,
        clientId: particulierAccess.provider.client_id,
        clientSecret: particulierAccess.provider.client_secret,
        privateJwk: particulierAccess.privateJwk,
        issuer: low.state.engine.issuer,
        jwksUrl: `${low.state.engine.issuer}/jwks`,
      },
      now,
      ...(options.casesDir === undefined ? {} : { casesDir: options.casesDir }),
      ...(logger === undefined ? {} : { logger }),
    });
    return {
      franceconnect: described(low.state.engine, low.state.clients),
      franceconnectPlus: described(high.state.engine, high.state.clients),
      proconnect: described(agents.state.engine, agents.state.clients),
      apiParticulier: { url: particulier.url, tokens: particulier.tokens },
      close: async () => {
        await Promise.all([particulier.close(), closeAll()]);
      },
    };
  } catch (error) {
    await closeAll();
    throw listenError(error, ports.particulier);
  }
}
