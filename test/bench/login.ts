import type { JWK } from "jose";
import { ask, login, logins, median, start } from "./_driver.ts";

const PLATFORMS = [
  {
    name: "FranceConnect",
    side: "low",
    level: "eidas1",
    kinds: ["floor", "handWritten", "genericMiddleware", "ours"],
  },
  { name: "FranceConnect+", side: "high", level: "eidas2", kinds: ["floor", "handWritten", "ours"] },
] as const;
const WARM_UP = 150;
const ROUNDS = 7;
const PER_ROUND = 100;
const PENDING = 2_000;

interface Usage {
  readonly cpu: number;
  readonly heap: number;
}

/**
 * CPU of the relying party's process per complete login, in turns so that a busy machine burdens all alike;
 * then the memory of a pending login and of a session.
 */
export default async function run(): Promise<void> {
  const provider = await start<{ port: number }>("./_provider.ts");
  for (const { name, side, level, kinds } of PLATFORMS) {
    const issuer = `http://localhost:${provider.hello.port}/${side}`;
    const cost = new Map<string, number[]>(kinds.map((kind) => [kind, []]));
    const parties = new Map<string, { child: Parameters<typeof ask>[0]; baseUrl: string; jwk: JWK }>();
    const use = async (kind: string) => {
      const party = parties.get(kind);
      if (!party) throw new Error(`no ${kind}`);
      if (side === "high") await ask(provider.child, { jwk: party.jwk });
      return party;
    };
    for (const kind of kinds) {
      const { child, hello } = await start<{ baseUrl: string; jwk: JWK }>("./_relying-party.ts", [
        kind,
        issuer,
        side,
      ]);
      parties.set(kind, { child, ...hello });
      await use(kind);
      await login(hello.baseUrl, level);
      await logins(hello.baseUrl, level, WARM_UP);
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const kind of kinds) {
        const { child, baseUrl } = await use(kind);
        const before = await ask<Usage>(child, "usage");
        await logins(baseUrl, level, PER_ROUND);
        const after = await ask<Usage>(child, "usage");
        cost.get(kind)?.push((after.cpu - before.cpu) / PER_ROUND);
      }
    }
    const middle = (kind: string) => median(cost.get(kind) ?? []);
    console.log(`${name}: CPU per login, median of ${ROUNDS} rounds of ${PER_ROUND}`);
    for (const kind of kinds) {
      const ratio = (peer: string) => (middle(kind) / middle(peer)).toFixed(2);
      console.log(
        `  ${kind.padEnd(18)} ${(middle(kind) / 1000).toFixed(2)} ms   ${ratio("handWritten")} × hand-written   ${ratio("floor")} × floor`,
      );
    }
    await memory(await use("ours"), level);
    for (const { child } of parties.values()) child.kill();
  }
  provider.child.kill();
}

async function memory(
  party: { child: Parameters<typeof ask>[0]; baseUrl: string },
  level: string,
): Promise<void> {
  const heap = async (): Promise<number> => (await ask<Usage>(party.child, "memory")).heap;
  const before = await heap();
  await logins(party.baseUrl, level, PENDING, false);
  const pending = await heap();
  await logins(party.baseUrl, level, PENDING);
  const complete = await heap();
  const each = (bytes: number) => `${(bytes / PENDING / 1024).toFixed(1)} kB`;
  console.log(
    `  memory: ${each(pending - before)} per pending login, ${each(complete - pending)} per login and session`,
  );
}
