import express, { type Express } from "express";
import { builtInClients } from "./clients/built-in.ts";
import { controlRouter } from "./control.ts";
import type { Dial } from "./dial.ts";
import { citizenPlatform } from "./franceconnect/app.ts";
import { FRANCECONNECT, FRANCECONNECT_PLUS } from "./franceconnect/profile.ts";
import { type Listener, listen } from "./listen.ts";
import type { Simulator, SimulatorOptions, SimulatorPorts } from "./options.ts";

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

/**
 * Starts the simulated State and resolves once every part answers; rejects with the system's error when a port is taken.
 * @see https://docs.partenaires.franceconnect.gouv.fr/
 * @example
 * const simulator = await startSimulator({ ports: { franceconnect: 0, franceconnectPlus: 0, proconnect: 0, particulier: 0 } });
 * const discovery = await fetch(`${simulator.franceconnect.issuer}/.well-known/openid-configuration`);
 * await simulator.close();
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const ports = { ...DEFAULT_PORTS, ...options.ports };
  const host = options.host ?? "127.0.0.1";
  const now = options.now ?? (() => new Date());
  const { logger } = options;
  const dial: Dial = { auto: options.auto ?? null, fault: null };
  const builtIn = builtInClients(options.serviceUrl ?? "http://localhost:3000");
  const listeners = await takePorts([ports.franceconnect, ports.franceconnectPlus, ports.proconnect], host);
  const [franceconnect, franceconnectPlus, proconnect] = listeners as [Listener, Listener, Listener];

  const dataProviders = options.clients?.dataProviders ?? [];
  const [low, high] = await Promise.all([
    citizenPlatform({
      profile: FRANCECONNECT,
      issuer: `${franceconnect.url}/api/v2`,
      clients: [...builtIn.franceconnect, ...(options.clients?.franceconnect ?? [])],
      dataProviders,
      dial,
      now,
      logger,
    }),
    citizenPlatform({
      profile: FRANCECONNECT_PLUS,
      issuer: `${franceconnectPlus.url}/api/v2`,
      clients: [...builtIn.franceconnectPlus, ...(options.clients?.franceconnectPlus ?? [])],
      dataProviders,
      dial,
      now,
      logger,
    }),
  ]);
  const rotate = async (): Promise<void> => {
    await Promise.all([low.state.engine.rotate(), high.state.engine.rotate()]);
  };
  const controlled = (platform: Express): Express => {
    const app = express();
    app.disable("x-powered-by");
    app.use("/__simulator", controlRouter({ dial, rotate }));
    app.use(platform);
    return app;
  };
  franceconnect.serve(controlled(low.app));
  franceconnectPlus.serve(controlled(high.app));

  return {
    franceconnect: { issuer: low.state.engine.issuer, clients: [...low.state.clients.values()] },
    franceconnectPlus: { issuer: high.state.engine.issuer, clients: [...high.state.clients.values()] },
    proconnect: { issuer: `${proconnect.url}/api/v2`, clients: builtIn.proconnect },
    apiParticulier: { url: `http://localhost:${ports.particulier}`, tokens: [] },
    close: async () => {
      await Promise.all(listeners.map((listener) => listener.close()));
    },
  };
}
