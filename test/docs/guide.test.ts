import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { type GuideStep, guideSteps } from "../support/guide.ts";
import { passerelle } from "../support/passerelle.ts";
import { freePort } from "../support/server-process.ts";

const DOOR = JSON.stringify(resolve(import.meta.dirname, "../../src/index.ts"));
const here = process.cwd();
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});
afterEach(() => process.chdir(here));

const steps = guideSteps();
const named = (name: string): GuideStep => {
  const step = steps.find((one) => one.name === name);
  if (step === undefined) throw new Error(`the guide has no step "${name}"`);
  return step;
};

/** A folder as the reader's at this step. Of its own, since a module is imported once. */
function folderOf({ files }: GuideStep): string {
  const folder = mkdtempSync(join(tmpdir(), "guide-"));
  folders.push(folder);
  for (const [file, text] of Object.entries(files)) {
    const linked = text
      .replaceAll('from "passerelle"', `from ${DOOR}`)
      .replace('import test from "node:test"', 'import { test } from "vitest"');
    writeFileSync(join(folder, file), linked);
  }
  return folder;
}

/** Runs a line of the guide in this process, and gives what it prints on both of its streams. */
async function printed(command: string, environment: Readonly<Record<string, string>> = {}) {
  const [, variable, value, words = ""] = /^(?:(\w+)=(\S+) )?npx passerelle (.*)$/.exec(command) ?? [];
  const given = variable === undefined || value === undefined ? {} : { [variable]: value };
  const { stdout, stderr } = await passerelle(words.split(" "), { ...environment, ...given });
  return `${stdout}${stderr}`.trim();
}

describe("the guide « my first procedure », followed literally", () => {
  test.each(["begin", "typed", "filled", "refused"])(
    "%s: the check says what the guide says",
    async (name) => {
      const { commands, shown } = named(name);
      process.chdir(folderOf(named(name)));
      expect(shown).toHaveLength(1);
      expect(await printed(commands[0] ?? "")).toBe(shown[0]);
    },
  );

  test("portal: the demo serves the reader's procedure before those that come with it", async () => {
    process.chdir(folderOf(named("portal")));
    const port = await freePort();
    const simulators = ["FRANCECONNECT", "FRANCECONNECT_PLUS", "PROCONNECT", "PARTICULIER"];
    let stopped = false;
    const demo = printed(named("portal").commands[0] ?? "", {
      PORT: String(port),
      ...Object.fromEntries(simulators.map((name) => [`SIMULATOR_${name}_PORT`, "0"])),
    }).finally(() => {
      stopped = true;
    });
    const page = (path: string) => fetch(`http://localhost:${port}${path}`).then((answer) => answer.text());
    try {
      await vi.waitFor(() => page("/"), { timeout: 45_000, interval: 50 });
      expect(await page("/demarches/sejour-d-ete")).toMatch(/<h1[^>]*>\s*Séjour d’été/);
      const offered = [...(await page("/")).matchAll(/\/demarches\/([a-z-]+)"/g)].map(([, slug]) => slug);
      expect(offered.slice(0, 2)).toEqual(["sejour-d-ete", "restauration-scolaire"]);
    } finally {
      // Ctrl-C, again for as long as the demo is not yet ready to hear it.
      while (!stopped) {
        process.emit("SIGINT");
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await demo;
    }
  }, 90_000);

  test("show: prints what the guide says follows from the declaration", async () => {
    const { commands, shown } = named("show");
    process.chdir(folderOf(named("show")));
    expect((await printed(commands[0] ?? "")).replaceAll("\u00A0", " ")).toContain(shown[0]);
  });

  test("papers: writes the DataPass draft and the record of processing", async () => {
    const { commands } = named("papers");
    process.chdir(folderOf(named("papers")));
    const papers = [await printed(commands[0] ?? ""), await printed(commands[1] ?? "")];
    expect(papers.map((paper) => paper.split("\n")[0])).toEqual([
      expect.stringMatching(/^# Brouillon DataPass.* Séjour d’été/),
      expect.stringMatching(/^# Fiche de registre.* Séjour d’été/),
    ]);
  });

  test("has a declaration that the State fills, with its tariff, in under 60 lines", () => {
    expect(named("filled").files["sejour-d-ete.js"]?.split("\n").length).toBeLessThan(60);
  });
});

describe("the tariff of the guide", async () => {
  const folder = folderOf(named("test"));
  await import(join(folder, "sejour-d-ete.test.js"));
});
