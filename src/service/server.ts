import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** The port is taken or forbidden: nothing was started. */
export class ListenError extends Error {
  readonly code = "LISTEN_FAILED";

  constructor(
    port: number,
    override readonly cause: unknown,
    readonly operatorHint = `port ${port} cannot be used (${errorCode(cause)}): stop what listens there, or set PORT to another one`,
  ) {
    super(operatorHint);
    this.name = "ListenError";
  }
}

const errorCode = (error: unknown) =>
  error instanceof Error && "code" in error ? String(error.code) : "unknown";

/** How long a request under way may take once the service is told to stop. */
const GRACE = 10_000;

/** Longer than the minute that nginx and its like keep a connection: cut by us first, a request on its way would be lost. */
const KEPT_ALIVE = 65_000;

export interface Listening {
  readonly port: number;
  /** Stops taking requests, lets those under way finish for ten seconds, then cuts them. */
  close(): Promise<void>;
}

/**
 * Listens on `port` (0 for any free one).
 *
 * @throws ListenError when the port cannot be used
 */
export async function listen(listener: RequestListener, port: number): Promise<Listening> {
  const server = createServer({ keepAliveTimeout: KEPT_ALIVE }, listener);
  server.listen(port);
  try {
    await once(server, "listening");
  } catch (error) {
    throw new ListenError(port, error);
  }
  return { port: (server.address() as AddressInfo).port, close: () => closeGracefully(server) };
}

async function closeGracefully(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), GRACE);
  // A connection whose last answer goes out now is not waited for.
  server.keepAliveTimeout = 1;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await closed;
  clearTimeout(cut);
}
