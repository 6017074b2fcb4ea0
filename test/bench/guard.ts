import autocannon from "autocannon";
import { ask, median, start } from "./_driver.ts";

const ROUNDS = 24;
const REQUESTS = 3_000;
const WARM_UP = 3;

type Way = "session" | "idle" | "guarded";
const WAYS: readonly Way[] = ["session", "idle", "guarded"];

interface Page {
  readonly urls: Readonly<Record<Way, string>>;
  readonly cookie: string;
}

/**
 * CPU per request of one page behind express-session alone, behind a middleware and a guard that do nothing, and
 * behind ours. The order turns from round to round, so that nobody always comes after the same one.
 */
export default async function run(): Promise<void> {
  const { child, hello } = await start<Page>("./_guarded-page.ts");
  const cost: Record<Way, number[]> = { session: [], idle: [], guarded: [] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const turn = Math.abs(round) % WAYS.length;
    for (const way of [...WAYS.slice(turn), ...WAYS.slice(0, turn)]) {
      const used = await costOf(child, hello, way);
      if (round >= 0) cost[way].push(used);
    }
  }
  /** Round by round: what else the machine does burdens all of a round alike. */
  const against = (way: Way): string =>
    median(cost[way].map((own, round) => own / (cost.session[round] ?? Number.NaN))).toFixed(3);
  console.log(`behind express-session alone:  ${median(cost.session).toFixed(0)} µs of CPU a page`);
  console.log(`and a middleware and a guard that do nothing: ${against("idle")} ×`);
  console.log(`and franceConnect() and requireLevel(): ${against("guarded")} ×`);
  child.kill();
}

async function costOf(
  child: Awaited<ReturnType<typeof start>>["child"],
  { urls, cookie }: Page,
  way: Way,
): Promise<number> {
  const before = await ask<{ cpu: number }>(child, "usage");
  const result = await autocannon({
    url: urls[way],
    connections: 8,
    amount: REQUESTS,
    headers: { cookie, accept: "text/html" },
  });
  if (result.non2xx > 0) throw new Error(`${result.non2xx} answers of ${way} were not 200`);
  const after = await ask<{ cpu: number }>(child, "usage");
  return (after.cpu - before.cpu) / result.requests.total;
}
