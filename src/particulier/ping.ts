import { z } from "zod";
import type { Context } from "./call/context.ts";
import type { Route } from "./route.ts";
import { ROUTES, type RouteName } from "./routes.ts";
import { startDeadline } from "./transport/deadline.ts";
import { parseJson } from "./transport/json.ts";
import { send } from "./transport/send.ts";

/**
 * A provider's state: `ok`, `bad_gateway`, `maintenance` or `unknown` as the platform says; `unmonitored` where it
 * has no ping for the route; `unreachable` where the platform did not answer.
 */
export interface PingState {
  readonly state: "ok" | "bad_gateway" | "maintenance" | "unknown" | "unmonitored" | "unreachable";
  readonly lastUpdate?: string;
  readonly lastOk?: string;
  /** End of a maintenance, where known. */
  readonly until?: string;
}

const PATIENCE_MS = 5_000;

const text = z.string().optional().catch(undefined);
const pingBody = z.object({
  status: z.enum(["ok", "bad_gateway", "maintenance", "unknown"]).catch("unknown"),
  last_update: text,
  last_ok_status: text,
  until: text,
});

/** Asks the platform how a route's provider is. It needs no token, and counts in no quota. */
export async function ping(context: Context, name: RouteName): Promise<PingState> {
  const route: Route = ROUTES[name];
  if (route.ping === undefined) return { state: "unmonitored" };
  const deadline = startDeadline(PATIENCE_MS, undefined);
  const url = `${context.baseUrl}/api/${route.ping}/ping`;
  const exchange = await send(url, undefined, {}, deadline.signal, context.maximumBodyBytes);
  deadline.dispose();
  if ("failure" in exchange) return { state: "unreachable" };
  const body = pingBody.safeParse(parseJson(exchange.body));
  if (!body.success) return { state: exchange.status === 404 ? "unmonitored" : "unreachable" };
  const { status, last_update, last_ok_status, until } = body.data;
  return {
    state: status,
    ...(last_update === undefined ? {} : { lastUpdate: last_update }),
    ...(last_ok_status === undefined ? {} : { lastOk: last_ok_status }),
    ...(until === undefined ? {} : { until }),
  };
}
