import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type Express, type RequestHandler } from "express";
import session from "express-session";
import type { Logger } from "../../src/federation/index.ts";

/** One line of a log, as pino would write it. */
export type LogLine = Record<string, unknown> & { level: string; message: string };

/** An application of our own around the middleware under test. */
export interface Portal {
  readonly baseUrl: string;
  readonly log: LogLine[];
  readonly store: session.MemoryStore;
  close(): Promise<void>;
}

export function recordingLogger(log: LogLine[]): Logger {
  const at =
    (level: string) =>
    (object: object, message = "") =>
      void log.push({ ...object, level, message });
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

/** Listens on a free port first, so that `mount` knows the public address. */
export async function startPortal(
  mount: (app: Express, portal: Portal & { readonly logger: Logger }) => Promise<void> | void,
  options: { store?: session.MemoryStore; before?: RequestHandler } = {},
): Promise<Portal> {
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const log: LogLine[] = [];
  const store = options.store ?? new session.MemoryStore();
  const portal = {
    baseUrl: `http://localhost:${(server.address() as AddressInfo).port}`,
    log,
    store,
    logger: recordingLogger(log),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  if (options.before) app.use(options.before);
  app.use(
    session({
      name: "portal",
      secret: "a secret for tests that is long enough",
      store,
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: "lax" },
    }),
  );
  await mount(app, portal);
  return portal;
}
