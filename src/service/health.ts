import { Router } from "express";

/** `degraded`: citizens are served, with less. `hint`: what the operator should know or do. */
export interface DependencyState {
  readonly state: "up" | "degraded" | "down";
  readonly hint?: string;
}

/** One thing that the service leans on. `vital`: without it nothing can be served. */
export interface Dependency {
  readonly name: string;
  readonly vital: boolean;
  check(): Promise<DependencyState> | DependencyState;
}

const PROBE_DEADLINE = 2_000;

/**
 * `GET /health/live` says that the process answers; `GET /health/ready` names each dependency's state.
 * A provider that is down leaves the service ready (forms can be filled by hand): only a vital dependency makes it 503.
 *
 * @param dependencies each is given two seconds to answer
 */
export function health(dependencies: readonly Dependency[]): Router {
  const router = Router();
  router.get("/health/live", (_request, response) => {
    response.json({ status: "up" });
  });
  router.get("/health/ready", async (_request, response) => {
    const results = await Promise.all(dependencies.map(probe));
    const unusable = results.some(({ vital, state }) => vital && state === "down");
    const allUp = results.every(({ state }) => state === "up");
    response
      .status(unusable ? 503 : 200)
      .set("Cache-Control", "no-store")
      .json({
        status: unusable ? "down" : allUp ? "up" : "degraded",
        dependencies: Object.fromEntries(results.map(({ name, ...state }) => [name, state])),
      });
  });
  return router;
}

async function probe({
  name,
  vital,
  check,
}: Dependency): Promise<DependencyState & Omit<Dependency, "check">> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<DependencyState>((resolve) => {
    timer = setTimeout(resolve, PROBE_DEADLINE, { state: "down", hint: "no answer within two seconds" });
  });
  try {
    return { name, vital, ...(await Promise.race([check(), late])) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "no answer";
    return { name, vital, state: "down", hint: code };
  } finally {
    clearTimeout(timer);
  }
}
