import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { SimulatorError } from "./simulator-error.ts";

/** A server that listens already and answers once `serve` was called: an issuer must know its port first. */
export interface Listener {
  readonly url: string;
  serve(handler: RequestListener): void;
  close(): Promise<void>;
}

/** Takes a port (0: any free one); rejects with {@link SimulatorError} where it cannot. */
export async function listen(port: number, host: string): Promise<Listener> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SimulatorError(
      "SIMULATOR_PORT_INVALID",
      `${port} is not a port`,
      "a port is a number from 0 to 65535",
    );
  }
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const hint = "stop what listens there, or choose another port (SIMULATOR_…_PORT)";
      const inUse = new SimulatorError("SIMULATOR_PORT_IN_USE", `port ${port} is in use`, hint, { cause });
      reject(cause.code === "EADDRINUSE" ? inUse : cause);
    });
    server.listen(port, host, () => {
      server.removeAllListeners("error");
      resolve();
    });
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    serve: (handler) => server.on("request", handler),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
