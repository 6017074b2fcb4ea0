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
  console.log("| page (CPU each) | ours | rendered by a bare Express | sent as it is | ours ÷ rendered |");
  console.log("|---|---|---|---|---|");
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
    `\nMemory, resident, the TypeScript loader included: a portal ${megabytes(before)} when started, ${megabytes(after)} after these pages; the bare Express ${megabytes(peer)}.`,
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

/** A row of the table: each in turn, and again, so that whatever else the machine does weighs on all. */
async function compare(
  page: string,
  contestants: Readonly<Record<"ours" | "rendered" | "sent", Contestant>>,
) {
  const runs = { ours: [] as Run[], rendered: [] as Run[], sent: [] as Run[] };
  const names = ["ours", "rendered", "sent"] as const;
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const name of names) {
      const run = await load(contestants[name]);
      if (round >= 0) runs[name].push(run);
    }
  }
  const of = (name: keyof typeof runs, figure: keyof Run) => median(runs[name].map((run) => run[figure]));
  const cell = (name: keyof typeof runs) =>
    `${of(name, "perSecond").toFixed(0)} pages/s, ${of(name, "milliseconds").toFixed(2)} ms`;
  const ratio = of("ours", "milliseconds") / of("rendered", "milliseconds");
  console.log(`| ${page} | ${names.map(cell).join(" | ")} | ${ratio.toFixed(1)} |`);
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
