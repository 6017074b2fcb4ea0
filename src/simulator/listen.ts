import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that listens already and answers once `serve` was called: an issuer must know its port first. */
export interface Listener {
  readonly url: string;
  serve(handler: RequestListener): void;
  close(): Promise<void>;
}

/** Takes a port (0: any free one); rejects with the system's error, e.g. `EADDRINUSE`. */
export async function listen(port: number, host: string): Promise<Listener> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
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
