import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { SimulatorError } from "./simulator-error.ts";

/** A server that listens already and answers once `serve` was called: an issuer must know its port first. */
export interface Listener {
  readonly url: string;
  serve(handler: RequestListener): void;
  close(): Promise<void>;
}

/** A port in use says so, with what to do; any other error stays as it is. */
export function listenError(cause: unknown, port: number): unknown {
  const inUse = cause instanceof Error && "code" in cause && cause.code === "EADDRINUSE";
  if (!inUse) return cause;
  return new SimulatorError(
    "SIMULATOR_PORT_IN_USE",
    `port ${port} is in use`,
    "stop what listens there, or choose another port (SIMULATOR_…_PORT)",
    { cause },
  );
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
    server.once("error", (cause) => reject(listenError(cause, port)));
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
