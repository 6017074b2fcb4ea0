import { fileURLToPath } from "node:url";
import express, { type Router } from "express";
import { z } from "zod";
import type { Dial } from "./dial.ts";
import { FAULT_ROWS } from "./faults/index.ts";
import { AGENTS } from "./personas/agents.ts";
import { PERSONAS } from "./personas/index.ts";

/** The same from the sources and from the compiled files: both lie two folders below the root. */
const ASSETS = fileURLToPath(new URL("../../src/simulator/assets", import.meta.url));

const PATCH = z.strictObject({
  auto: z.string().nullable().optional(),
  fault: z.string().nullable().optional(),
});

/**
 * The persona or agent of that name, in whatever Unicode form it was typed.
 *
 * @example
 * import { knownPersona } from "./index.ts";
 * knownPersona("test"); // "test"
 */
export function knownPersona(id: string): string | undefined {
  const wanted = id.normalize("NFC");
  return [...PERSONAS, ...AGENTS].find((persona) => persona.id.normalize("NFC") === wanted)?.id;
}

export interface ControlOptions {
  readonly dial: Dial;
  /** Takes new signing keys into use on every platform. */
  readonly rotate: () => Promise<void>;
}

/** `/__simulator/*`: the only routes that the real platforms do not have. The same on every port. */
export function controlRouter({ dial, rotate }: ControlOptions): Router {
  const router = express.Router();
  router.use((_req, res, next) => {
    res.set("Cache-Control", "no-store");
    next();
  });
  router.use("/assets", express.static(ASSETS, { index: false, cacheControl: false }));
  router.get("/config", (_req, res) => {
    res.json(dial);
  });
  router.put("/config", express.json({ type: () => true }), (req, res) => {
    const patch = PATCH.safeParse(req.body);
    if (!patch.success) {
      res.status(400).json({ error: "invalid_config", detail: z.prettifyError(patch.error) });
      return;
    }
    const { auto, fault } = patch.data;
    const persona = typeof auto === "string" ? knownPersona(auto) : auto;
    if (typeof auto === "string" && persona === undefined) {
      res.status(400).json({ error: "unknown_persona", detail: `${auto}: see /__simulator/personas` });
      return;
    }
    if (typeof fault === "string" && !FAULT_ROWS.some((row) => row.name === fault)) {
      res.status(400).json({ error: "unknown_fault", detail: `${fault}: see /__simulator/faults` });
      return;
    }
    if (persona !== undefined) dial.auto = persona;
    if (fault !== undefined) dial.fault = fault;
    res.json(dial);
  });
  router.get("/personas", (_req, res) => {
    res.json([
      ...PERSONAS.map((persona) => ({ kind: "citizen", ...persona })),
      ...AGENTS.map((agent) => ({ kind: "agent", ...agent })),
    ]);
  });
  router.get("/faults", (_req, res) => {
    res.json(FAULT_ROWS);
  });
  router.post("/rotate", async (_req, res) => {
    await rotate();
    res.status(204).end();
  });
  router.use((_req, res) => {
    res.status(404).json({ error: "not_found" });
  });
  router.use((error: unknown, _req: express.Request, res: express.Response, _next: express.NextFunction) => {
    res
      .status(400)
      .json({ error: "invalid_config", detail: error instanceof Error ? error.message : "not JSON" });
  });
  return router;
}
