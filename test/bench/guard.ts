import autocannon from "autocannon";
import { ask, median, start } from "./_driver.ts";

const ROUNDS = 21;
const SECONDS = 1;

interface Usage {
  readonly cpu: number;
}

/** CPU per request of the same page behind express-session alone and behind `requireLevel`, in turns. */
export default async function run(): Promise<void> {
  const { child, hello } = await start<{ baseUrl: string; cookie: string }>("./_guarded-page.ts");
  const cost: Record<string, number[]> = { plain: [], guarded: [] };
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const path of ["plain", "guarded"]) {
      const before = await ask<Usage>(child, "usage");
      const result = await autocannon({
        url: `${hello.baseUrl}/${path}`,
        connections: 8,
        duration: SECONDS,
        headers: { cookie: hello.cookie, accept: "text/html" },
      });
      if (result.non2xx > 0) throw new Error(`${result.non2xx} answers of ${path} were not 200`);
      const after = await ask<Usage>(child, "usage");
      /** The first round only warms up. */
      if (round >= 0) cost[path]?.push((after.cpu - before.cpu) / result.requests.total);
    }
  }
  const { plain = [], guarded = [] } = cost;
  /** Round by round: what else the machine does burdens both pages of a round alike. */
  const ratio = median(guarded.map((own, round) => own / (plain[round] ?? Number.NaN)));
  console.log(`a page behind express-session: ${median(plain).toFixed(0)} µs of CPU`);
  console.log(`the same behind requireLevel:  ${median(guarded).toFixed(0)} µs, ${ratio.toFixed(3)} ×`);
  child.kill();
}
