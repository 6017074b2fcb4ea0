import autocannon from "autocannon";
import { ask, median, start } from "./_driver.ts";

const ROUNDS = 9;
const SECONDS = 2;

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
  const [plain, guarded] = [median(cost.plain ?? []), median(cost.guarded ?? [])];
  console.log(`a page behind express-session: ${plain.toFixed(0)} µs of CPU`);
  console.log(`the same behind requireLevel:  ${guarded.toFixed(0)} µs, ${(guarded / plain).toFixed(3)} ×`);
  child.kill();
}
