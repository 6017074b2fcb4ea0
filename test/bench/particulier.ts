import type { ChildProcess } from "node:child_process";
import { setMaxListeners } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Registry } from "prom-client";
import type { Identity } from "../../src/federation/index.ts";
import { apiParticulier } from "../../src/particulier/index.ts";
import { createQuotas } from "../../src/particulier/quotas/quotas.ts";
import { simulatedTime } from "../support/simulated-time.ts";
import { start } from "./_driver.ts";

const RECIPIENT = "21330063500017";
const ANGELA: Identity = {
  givenNames: ["Angela", "Claire", "Louise"],
  familyName: "DUBOIS",
  gender: "female",
  birthdate: "1962-08-24",
  birthplace: "75107",
  birthcountry: "99100",
};
const silent = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  debug: () => undefined,
};
/** The benchmark measures the call, not the waiting for its turn. */
const NO_LIMITS = { perTokenPerSecond: 1e9, perAddressPerMinute: 1e9 };

/** API Particulier: what a call costs, what five sources together take, and what the quotas do under a flood. */
export default async function particulier(): Promise<void> {
  const platform = await start<{ url: string }>("./_particulier-platform.ts");
  try {
    await overhead(platform.hello.url);
    await parallelSources(platform.hello.url);
  } finally {
    stop(platform.child);
  }
  await flood();
}

function stop(child: ChildProcess): void {
  child.kill();
}

const ROUNDS = 7;
const CALLS = 600;
const WARM_UP = 400;

/** CPU of this process per call, in rounds that take turns, so that a noisy machine disturbs both alike. */
async function overhead(url: string): Promise<void> {
  const api = apiParticulier({
    url,
    token: "habilitation",
    recipient: RECIPIENT,
    quotas: NO_LIMITS,
    logger: silent,
    metrics: new Registry(),
  });
  const query = new URLSearchParams({ recipient: RECIPIENT, nomNaissance: "DUBOIS" });
  const bare = async () => {
    const response = await fetch(`${url}/v3/dss/quotient_familial/identite?${query}`, {
      headers: { authorization: "Bearer habilitation" },
    });
    return (await response.json()) as { data: { quotient_familial: { valeur: number } } };
  };
  const ours = () =>
    api.quotientFamilial({ identity: ANGELA, citizen: ANGELA, keys: ["quotient_familial", "enfants"] });
  for (let call = 0; call < WARM_UP; call++) await Promise.all([bare(), ours()]);

  const costs: { bare: number; ours: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) costs.push({ bare: await cpu(bare), ours: await cpu(ours) });
  const [bareCost, ourCost] = [
    median(costs.map((cost) => cost.bare)),
    median(costs.map((cost) => cost.ours)),
  ];
  const ratio = median(costs.map((cost) => cost.ours / cost.bare));
  console.log(
    `a call: ${micro(ourCost)} of CPU, bare fetch ${micro(bareCost)}: ${percent(ratio - 1)} more (target 15 %)`,
  );
}

/** Microseconds of CPU per call, sixteen at a time. */
async function cpu(call: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  const lanes = Array.from({ length: 16 }, async () => {
    for (let index = 0; index < CALLS / 16; index++) await call();
  });
  await Promise.all(lanes);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / CALLS;
}

/** Five sources of 0 to 400 ms: together as long as the slowest, not as their sum of a second. */
async function parallelSources(url: string): Promise<void> {
  const api = apiParticulier({ url, token: "habilitation", recipient: RECIPIENT, quotas: NO_LIMITS });
  const asked = { identity: ANGELA };
  const durations: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    await Promise.all([
      api.quotientFamilial(asked),
      api.primeActivite(asked),
      api.allocationAdulteHandicape(asked),
      api.revenuSolidariteActive(asked),
      api.complementaireSanteSolidaire(asked),
    ]);
    durations.push(performance.now() - started);
  }
  console.log(
    `five sources of 0 to 400 ms in parallel: ${Math.round(median(durations))} ms (their sum is 1 000 ms)`,
  );
}

const COLLECTIVITES = 1_000;
const PER_MINUTE = 1_000;
const LOAD = 3;
const MINUTE_MS = 60_000;

/** One simulated minute at three times the allowed load, from a thousand collectivités, one of which floods. */
async function flood(): Promise<void> {
  collectGarbage();
  const memoryBefore = process.memoryUsage().heapUsed;
  const time = simulatedTime();
  const quotas = createQuotas({}, { timing: time });
  const departures: { at: number; token: string }[] = [];
  const served = new Map<string, number>();
  let refusedAtOnce = 0;
  const send = (collectivite: number) => {
    const recipient = `collectivite ${collectivite}`;
    const caller = { mode: "identite", token: `token ${collectivite}`, recipient } as const;
    const end = time.now() + MINUTE_MS;
    const patience = { left: () => end - time.now(), signal: NEVER };
    void quotas.acquire(caller, patience).then((permit) => {
      if (!permit.granted) refusedAtOnce++;
      else {
        departures.push({ at: time.now(), token: caller.token });
        served.set(recipient, (served.get(recipient) ?? 0) + 1);
      }
    });
  };
  const calls = LOAD * PER_MINUTE;
  for (let call = 0; call < calls; call++) {
    // Every third call is the flooding collectivité's; the others take turns.
    send(call % LOAD === 0 ? 0 : 1 + (Math.floor((call * (LOAD - 1)) / LOAD) % (COLLECTIVITES - 1)));
    await time.pass(MINUTE_MS / calls);
  }
  // Those whose turn had not come leave in the minutes after.
  await time.pass(4 * MINUTE_MS);
  collectGarbage();
  const memory = (process.memoryUsage().heapUsed - memoryBefore) / 1_048_576;

  const provoked = tooMany(
    departures.map(({ at }) => at),
    MINUTE_MS,
    PER_MINUTE,
  );
  const fairShare = PER_MINUTE / COLLECTIVITES;
  const others = Array.from(
    { length: COLLECTIVITES - 1 },
    (_, index) => served.get(`collectivite ${index + 1}`) ?? 0,
  );
  const starved = others.filter((count) => count < fairShare / 2).length;
  console.log(
    `a minute at ${LOAD} times the limit from ${COLLECTIVITES} collectivités: ${provoked} calls beyond the limit, ` +
      `${starved} collectivités below half their share, ${refusedAtOnce} told at once to come back, ${memory.toFixed(1)} MB`,
  );
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const NEVER = new AbortController().signal;
setMaxListeners(0, NEVER);

/** How many departures were one too many in some stretch of the period: each would have been a 429. */
function tooMany(departures: readonly number[], period: number, limit: number): number {
  const sorted = [...departures].sort((one, other) => one - other);
  return sorted.filter((at, index) => at - (sorted[index - limit] ?? Number.NEGATIVE_INFINITY) < period)
    .length;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

const micro = (microseconds: number) => `${Math.round(microseconds)} µs`;
const percent = (share: number) => `${Math.round(share * 100)} %`;
