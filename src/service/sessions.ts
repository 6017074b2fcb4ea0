import type { RequestHandler } from "express";
import session from "express-session";
import type { RedisLike } from "../particulier/index.ts";
import type { Settings } from "./settings.ts";

const TWO_HOURS = 2 * 60 * 60 * 1000;
/** A Redis that hangs is as good as none. */
const COMMAND_DEADLINE = 3_000;
/** ProConnect's own session lasts 12 hours; a desk left alone should not. */
const EIGHT_HOURS = 8 * 60 * 60 * 1000;

/** The store of sessions does not answer: nobody can be recognised until it does. */
export class SessionsUnavailable extends Error {
  readonly code = "sessions_unavailable";
  readonly status = 503;
  readonly citizenTitle = "Le service est momentanément indisponible";
  readonly citizenMessage =
    "Vos demandes enregistrées sont gardées. Réessayez dans quelques minutes, ou appelez-nous.";
  readonly operatorHint = "the session store (REDIS_URL) does not answer: see /health/ready";

  constructor(override readonly cause: unknown) {
    super("the session store does not answer");
    this.name = "SessionsUnavailable";
  }
}

/**
 * Citizens and agents never share a session: each has a cookie, a store and pages of its own. The agents' cookie is for
 * the whole host, because their desks are at `/agent` and at `/c/<slug>/agent`; only these pages read it.
 */
export interface Sessions {
  readonly citizen: RequestHandler;
  readonly agent: RequestHandler;
  /** The client behind them, for whatever else processes share; undefined when sessions are in memory. */
  readonly redis?: RedisLike;
  /** Undefined when sessions are in memory. */
  ping(): Promise<void> | undefined;
  close(): Promise<void>;
}

/**
 * Opens the session stores: Redis where `redisUrl` is set, memory otherwise (one process, lost at a restart).
 *
 * @param settings secrets, public address and Redis address are read
 */
export async function openSessions(
  settings: Pick<Settings, "baseUrl" | "sessionSecrets" | "redisUrl">,
  onError: (error: Error) => void,
): Promise<Sessions> {
  const secure = settings.baseUrl.startsWith("https:");
  const backend = settings.redisUrl ? await redisBackend(settings.redisUrl, onError) : memoryBackend();
  const build = (name: string, maxAge: number): RequestHandler => {
    const middleware = session({
      name: secure ? `__Host-${name}` : name,
      secret: [...settings.sessionSecrets],
      store: backend.store(name),
      resave: false,
      saveUninitialized: false,
      rolling: true,
      cookie: { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge },
      proxy: secure,
    });
    return (req, res, next) =>
      middleware(req, res, (error?: unknown) => next(error ? new SessionsUnavailable(error) : undefined));
  };
  return {
    citizen: build("passerelle", TWO_HOURS),
    agent: build("passerelle-agent", EIGHT_HOURS),
    ...(backend.redis && { redis: backend.redis }),
    ping: backend.ping,
    close: backend.close,
  };
}

interface Backend {
  store(prefix: string): session.Store;
  readonly redis?: RedisLike;
  ping(): Promise<void> | undefined;
  close(): Promise<void>;
}

function memoryBackend(): Backend {
  const stores: session.MemoryStore[] = [];
  /** express-session's MemoryStore drops an expired session only when something reads it. */
  const sweep = setInterval(() => {
    for (const store of stores) store.all?.(() => undefined);
  }, 60_000);
  sweep.unref();
  return {
    store: () => {
      const store = new session.MemoryStore();
      stores.push(store);
      return store;
    },
    ping: () => undefined,
    close: async () => clearInterval(sweep),
  };
}

async function redisBackend(url: string, onError: (error: Error) => void): Promise<Backend> {
  const [{ createClient }, { RedisStore }] = await Promise.all([import("redis"), import("connect-redis")]);
  /** A command sent while Redis is away must fail at once: a page that waits for a session helps nobody. */
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandOptions: { timeout: COMMAND_DEADLINE },
  });
  client.on("error", onError);
  client.connect().catch(onError);
  return {
    store: (name) => new RedisStore({ client, prefix: `${name}:` }),
    redis: client,
    ping: async () => {
      await client.ping();
    },
    close: async () => client.destroy(),
  };
}
