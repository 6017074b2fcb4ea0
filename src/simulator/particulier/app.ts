import { randomUUID } from "node:crypto";
import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import { type Answer, API_JSON } from "./answer.ts";
import { answerCall } from "./answer-call.ts";
import type { Call, Credentials } from "./call.ts";
import { platformError } from "./errors.ts";
import { introspect } from "./introspect.ts";
import { answerPing, PINGS } from "./pings.ts";
import type { Platform } from "./platform.ts";
import { parseQuery } from "./query.ts";
import { ROUTES } from "./routes/index.ts";
import type { Mode, Route } from "./routes/route.ts";

/** Retired for good: the first on 31 October 2025, the second on 8 January 2024. */
const RETIRED = ["/api/v2/composition-familiale", "/api/v2/avis-imposition", "/api/impots/svair"];

/** The routes of API Particulier, and nothing that the real one does not have. */
export function createApp(platform: Platform, baseUrl: () => string, control?: RequestHandler): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  // Like the real one, it stands behind a proxy: tests can come from several addresses.
  app.set("trust proxy", "loopback");
  if (control) app.use("/__simulator", control);
  app.use((_request, response, next) => {
    response.setHeader("X-Request-ID", randomUUID());
    next();
  });
  app.get("/api/ping", (_request, response) => void response.json({ status: "ok" }));
  app.get("/api/pings", (_request, response) => {
    response.json(Object.entries(PINGS).map(([id, name]) => ({ name, url: `${baseUrl()}/api/${id}/ping` })));
  });
  app.get("/api/introspect", async (request, response) =>
    send(response, await introspect(readCredentials(request), platform)),
  );
  app.get("/api/:provider/ping", (request, response) =>
    send(response, answerPing(request.params.provider, platform)),
  );
  app.get(RETIRED, (_request, response) => {
    const message = "Cette version de l'API n'est plus disponible.";
    response.status(410).json({ error: "gone", reason: message, message });
  });
  for (const route of ROUTES) {
    for (const mode of route.modes) {
      app.get(`/:version/${route.path}/${mode}`, async (request, response) => {
        await answerRoute(route, mode, request, response, platform);
      });
    }
  }
  app.use((_request, response) => {
    response
      .status(404)
      .json({ error: "not_found", reason: "Route inconnue", message: "Cette route n'existe pas." });
  });
  // Express knows an error handler by its four parameters.
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    platform.logger?.error({ error }, "The simulator itself failed");
    send(response, platformError(500, "00500"));
  });
  return app;
}

async function answerRoute(
  route: Route,
  mode: Mode,
  request: Request,
  response: Response,
  platform: Platform,
): Promise<void> {
  const version = Number(/^v(\d+)$/.exec(String(request.params.version))?.[1]);
  const call = callFrom(route, version, mode, request);
  const startedAt = performance.now();
  const answer = route.versions.includes(version)
    ? await answerCall(call, platform)
    : platformError(404, "00402");
  for (const [name, value] of Object.entries(call.headers)) response.setHeader(name, value);
  send(response, answer);
  const durationMs = Math.round(performance.now() - startedAt);
  platform.logger?.info(
    { path: request.path, status: answer.status, durationMs },
    "API Particulier answered",
  );
}

function callFrom(route: Route, version: number, mode: Mode, request: Request): Call {
  const credentials = readCredentials(request);
  return {
    route,
    version,
    mode,
    path: request.path,
    ...credentials,
    parameters: credentials.query,
    address: request.ip ?? "",
    noCache: request.get("cache-control") === "no-cache",
    headers: {},
  };
}

function readCredentials(request: Request): Credentials {
  return {
    query: parseQuery(new URL(request.originalUrl, "http://localhost").search),
    bearer: /^Bearer (.+)$/.exec(request.get("authorization") ?? "")?.[1],
    apiKey: request.get("x-api-key"),
  };
}

function send(response: Response, answer: Answer): void {
  if (answer.write) {
    answer.write(response);
    return;
  }
  response.writeHead(answer.status, { "Content-Type": API_JSON, ...answer.headers });
  response.end(JSON.stringify(answer.body));
}
