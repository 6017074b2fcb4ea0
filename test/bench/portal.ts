import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { demoSettings } from "../../src/cli/demo-settings.ts";
import { createCollectivites } from "../../src/collectivites/index.ts";
import type { Settings } from "../../src/service/index.ts";
import { startSimulator } from "../../src/simulator/index.ts";
import { createVault, migrate, openDatabase } from "../../src/storage/index.ts";
import { manyDossiers } from "../support/many-dossiers.ts";
import { Visitor } from "../support/visitor.ts";
import { identify, walk } from "../support/whole-portal.ts";
import { logInAgent } from "../walk/visit.ts";
import { ask, median, start } from "./_driver.ts";

const DOSSIERS = Number(process.env.BENCH_DOSSIERS ?? 100_000);
const ROUNDS = 5;
const SECONDS = 1.5;
const CONNECTIONS = 8;

interface Usage {
  /** Microseconds since the start. */
  readonly cpu: number;
  /** Bytes. */
  readonly rss: number;
}

interface Contestant {
  readonly child: ChildProcess;
  readonly url: string;
  readonly cookie: string;
}

interface Run {
  readonly perSecond: number;
  readonly milliseconds: number;
}

/** A step of the form and the agents' inbox, against the same HTML from a bare Express; and what the processes weigh. */
export default async function portal(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "passerelle-bench-"));
  const port = 20_000 + (process.pid % 20_000);
  const simulator = await startSimulator({
    serviceUrl: `http://localhost:${port}`,
    ports: { franceconnect: 0, franceconnectPlus: 0, proconnect: 0, particulier: 0 },
  });
  const settings = await demoSettings({ simulator, port, data: folder });
  await fillInbox(settings);
  const ours = await start("./_portal.ts", [JSON.stringify({ ...settings, logLevel: "silent" })]);
  const before = await ask<Usage>(ours.child, "usage");
  const pages = {
    "the form's first step": await formStep(settings.baseUrl),
    [`the inbox at ${DOSSIERS.toLocaleString("en")} dossiers`]: await inbox(settings.baseUrl),
  };
  const files = Object.values(pages).map(({ html }, index) => {
    const file = join(folder, `${index}.html`);
    writeFileSync(file, html);
    return file;
  });
  const bare = await start<string>("./_same-pages.ts", files);
  for (const [index, [name, { url, cookie, html }]] of Object.entries(pages).entries()) {
    await compare(`${name} (${(html.length / 1024).toFixed(0)} kB)`, {
      ours: { child: ours.child, url, cookie },
      rendered: { child: bare.child, url: `${bare.hello}/rendered/${index}`, cookie: "" },
      sent: { child: bare.child, url: `${bare.hello}/sent/${index}`, cookie: "" },
    });
  }
  const after = await ask<Usage>(ours.child, "usage");
  const peer = await ask<Usage>(bare.child, "usage");
  const megabytes = ({ rss }: Usage) => `${(rss / 2 ** 20).toFixed(0)} MB`;
  console.log(
    `memory (resident, the TypeScript loader included): portal started ${megabytes(before)}, after these pages ${megabytes(after)}; the bare Express ${megabytes(peer)}`,
  );
  ours.child.kill();
  bare.child.kill();
  await simulator.close();
  rmSync(folder, { recursive: true });
}

/** The collectivité's dossiers, as years would leave them. */
async function fillInbox(settings: Settings): Promise<void> {
  const store = await openDatabase(settings.databaseUrl);
  await migrate(store);
  const vault = createVault({ key: settings.encryptionKeys[0] ?? "" });
  const collectivites = createCollectivites({ store, vault, now: () => new Date() });
  const { id } = await collectivites.save(settings.collectivite);
  await manyDossiers({ store, vault, collectivite: id }, DOSSIERS);
  await store.close();
}

interface Seen {
  readonly url: string;
  readonly cookie: string;
  readonly html: string;
}

async function formStep(base: string): Promise<Seen> {
  const visitor = new Visitor();
  const choice = await visitor.get(`${base}/demarches/restauration-scolaire/formulaire`);
  const { url, html } = await walk(visitor, await identify(visitor, choice, "famille"), {}, /etape\/vous/);
  return { url, html, cookie: await visitor.jar.getCookieString(url) };
}

async function inbox(base: string): Promise<Seen> {
  const visitor = new Visitor();
  const { url, html } = await logInAgent(visitor, base, "agent");
  return { url, html, cookie: await visitor.jar.getCookieString(url) };
}

/** Each in turn, and again: whatever else the machine does weighs on all. */
async function compare(
  page: string,
  contestants: Readonly<Record<"ours" | "rendered" | "sent", Contestant>>,
) {
  const runs: Record<string, Run[]> = { ours: [], rendered: [], sent: [] };
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [name, contestant] of Object.entries(contestants)) {
      const run = await load(contestant);
      if (round >= 0) runs[name]?.push(run);
    }
  }
  const of = (name: string, figure: keyof Run) => median((runs[name] ?? []).map((run) => run[figure]));
  const against = (name: string) => (of("ours", "milliseconds") / of(name, "milliseconds")).toFixed(1);
  console.log(
    `${page}: ${of("ours", "perSecond").toFixed(0)} pages/s, ${of("ours", "milliseconds").toFixed(2)} ms of CPU a page`,
  );
  console.log(
    `  the same HTML rendered by a bare Express: ${of("rendered", "perSecond").toFixed(0)} pages/s, ${of("rendered", "milliseconds").toFixed(2)} ms; ours × ${against("rendered")}`,
  );
  console.log(
    `  the same HTML sent as it is: ${of("sent", "perSecond").toFixed(0)} pages/s, ${of("sent", "milliseconds").toFixed(2)} ms; ours × ${against("sent")}`,
  );
}

async function load({ child, url, cookie }: Contestant): Promise<Run> {
  const before = await ask<Usage>(child, "usage");
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { accept: "text/html", cookie },
  });
  if (result.non2xx > 0) throw new Error(`${result.non2xx} answers of ${url} were not 200`);
  const after = await ask<Usage>(child, "usage");
  const { total } = result.requests;
  return { perSecond: total / result.duration, milliseconds: (after.cpu - before.cpu) / total / 1_000 };
}
