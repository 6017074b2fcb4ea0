import express from "express";
import { builtInClients } from "./clients/built-in.ts";
import { controlRouter } from "./control.ts";
import type { Dial } from "./dial.ts";
import { listen } from "./listen.ts";
import type { Simulator, SimulatorOptions, SimulatorPorts } from "./options.ts";

const DEFAULT_PORTS: SimulatorPorts = {
  franceconnect: 4010,
  franceconnectPlus: 4020,
  proconnect: 4030,
  particulier: 4040,
};

/**
 * Starts the simulated State and resolves once every part answers; rejects with the system's error when a port is taken.
 * @see https://docs.partenaires.franceconnect.gouv.fr/
 * @example
 * const simulator = await startSimulator({ ports: { franceconnect: 0, franceconnectPlus: 0, proconnect: 0, particulier: 0 } });
 * console.log(simulator.franceconnect.issuer);
 * await simulator.close();
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const ports = { ...DEFAULT_PORTS, ...options.ports };
  const host = options.host ?? "127.0.0.1";
  const dial: Dial = { auto: options.auto ?? null, fault: null };
  const builtIn = builtInClients(options.serviceUrl ?? "http://localhost:3000");
  const names = ["franceconnect", "franceconnectPlus", "proconnect"] as const;
  const listeners = await Promise.all(names.map((name) => listen(ports[name], host)));
  const platforms = names.map((name, index) => {
    const app = express();
    app.use("/__simulator", controlRouter({ dial, rotate: async () => {} }));
    listeners[index]?.serve(app);
    return {
      issuer: `${listeners[index]?.url}/api/v2`,
      clients: [...builtIn[name], ...(options.clients?.[name] ?? [])],
    };
  });
  const [franceconnect, franceconnectPlus, proconnect] = platforms as [
    Simulator["franceconnect"],
    Simulator["franceconnect"],
    Simulator["franceconnect"],
  ];
  return {
    franceconnect,
    franceconnectPlus,
    proconnect,
    apiParticulier: { url: `http://localhost:${ports.particulier}`, tokens: [] },
    close: async () => {
      await Promise.all(listeners.map((listener) => listener.close()));
    },
  };
}
