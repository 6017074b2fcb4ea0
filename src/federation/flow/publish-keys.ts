import type { Response } from "express";
import type { Flow } from "./flow.ts";

/** `GET /.well-known/jwks.json`: cached no longer than the rotation plan allows. @see https://www.rfc-editor.org/rfc/rfc7517#section-8.5.1 */
export async function publishKeys(flow: Flow, res: Response): Promise<void> {
  const ring = await flow.keys.ring().catch(() => undefined);
  res.set("Cache-Control", ring ? `public, max-age=${ring.maxAge}` : "no-store");
  res.type("application/jwk-set+json").send(JSON.stringify(ring?.published() ?? { keys: [] }));
}
