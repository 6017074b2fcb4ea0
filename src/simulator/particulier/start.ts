import type { AddressInfo } from "node:net";
import express from "express";
import type { ApiParticulierOptions, RunningApiParticulier } from "./options.ts";

/**
 * Starts the simulated API Particulier and resolves once it listens; rejects with the system's error when it cannot.
 * @see https://particulier.api.gouv.fr/developpeurs
 */
export async function startApiParticulier(options: ApiParticulierOptions): Promise<RunningApiParticulier> {
  const server = express().listen(options.port, options.host);
  await new Promise<void>((resolve, reject) => server.once("listening", resolve).once("error", reject));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    tokens: [],
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
