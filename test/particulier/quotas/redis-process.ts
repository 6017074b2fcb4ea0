import { createClient } from "redis";
import { createQuotas } from "../../../src/particulier/quotas/quotas.ts";

// One process of a portal: it sends calls for one recipient through quotas kept in Redis, for a while, and prints
// when each left. Started by redis.test.ts with: Redis's URL, the recipient, calls, milliseconds, start (epoch ms).
const [url = "", recipient = "", calls = "0", duration = "0", startAt = "0"] = process.argv.slice(2);

const redis = createClient({ url });
await redis.connect();
const quotas = createQuotas({ perTokenPerSecond: 10 }, { redis });
const caller = { mode: "identite", token: "shared habilitation", recipient } as const;
const controller = new AbortController();
const departures: number[] = [];

await new Promise((resolve) => setTimeout(resolve, Number(startAt) - Date.now()));
const ends = performance.now() + Number(duration);
const patience = { left: () => ends - performance.now(), signal: controller.signal };
setTimeout(() => controller.abort(), Number(duration));
await Promise.all(
  Array.from({ length: Number(calls) }, async () => {
    const permit = await quotas.acquire(caller, patience);
    if (permit.granted) departures.push(Date.now());
  }),
);
process.stdout.write(JSON.stringify(departures));
await redis.quit();
