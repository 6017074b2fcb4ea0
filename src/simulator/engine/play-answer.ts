import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { AnswerFault } from "../faults/fault.ts";

/** An answer about to be sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const DRIP_EVERY = 1_000;

async function drip(res: ServerResponse, body: string | Buffer): Promise<void> {
  for (const byte of Buffer.from(body)) {
    if (res.destroyed) return;
    res.write(Buffer.of(byte));
    await wait(DRIP_EVERY, undefined, { ref: false });
  }
  res.end();
}

/** Sends an answer as a fault wants it: late, other, slowly, or not at all. */
export async function playAnswer(res: ServerResponse, answer: Answer, fault: AnswerFault): Promise<void> {
  if (fault.delayMs !== undefined) await wait(fault.delayMs, undefined, { ref: false });
  if (fault.transport === "drop") {
    res.destroy();
    return;
  }
  if (fault.transport === "hang") return;
  const body = fault.body?.() ?? answer.body;
  const { location, ...headers } = answer.headers;
  const kept = location === undefined || fault.status !== undefined ? headers : answer.headers;
  res.writeHead(fault.status ?? answer.status, { ...kept, ...fault.headers });
  if (fault.transport === "drip") {
    await drip(res, body);
    return;
  }
  res.end(body);
}
