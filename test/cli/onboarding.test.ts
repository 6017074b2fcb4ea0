import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { run } from "../../src/cli/run.ts";
import { migrate, openDatabase } from "../../src/storage/index.ts";
import { smallRegistry } from "../onboarding/support.ts";

describe("passerelle onboarding", () => {
  let folder: string;
  let database: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "passerelle-onboarding-"));
    database = `file:${join(folder, "tracker.db")}`;
    const store = await openDatabase(database);
    await migrate(store);
    await smallRegistry(store);
    await store.close();
  });

  async function passerelle(...args: readonly string[]) {
    const written = { out: "", err: "" };
    const out = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      written.out += String(text);
      return true;
    });
    const err = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      written.err += String(text);
      return true;
    });
    try {
      const code = await run(["node", "passerelle", "onboarding", ...args, "--database", database]);
      return { code, ...written };
    } finally {
      out.mockRestore();
      err.mockRestore();
    }
  }

  it("imports a file of one's own, and says what did not match", async () => {
    const path = join(folder, "own.csv");
    await writeFile(
      path,
      "siren;jalon;date;éditeur;opsn\n213300635;Production;10/01/2022;Entr'ouvert;Numérique 33\n999999999;contact;2022-01-01;;\n",
    );
    const { code, out } = await passerelle("import", "--own", path);
    expect(code).toBe(0);
    expect(out).toContain("lines 2, matched 1, new 1, about something else 0, unusable 1");
    expect(out).toContain("line 3: le SIREN n’est pas celui d’une collectivité territoriale");
    const again = await passerelle("import", "--own", path, "--json");
    expect(JSON.parse(again.out)).toMatchObject({ again: true, matched: 1 });
  });

  it("gives the figures of a quarter as text, JSON and CSV", async () => {
    const text = await passerelle("report", "--quarter", "2021-Q4");
    expect(text.out).toContain("actual: 280");
    const json = await passerelle("report", "--quarter", "2021-Q4", "--json");
    expect(JSON.parse(json.out)).toMatchObject({ quarter: "2021-Q4", actual: 280, target: 1_000 });
    const csv = await passerelle("report", "--quarter", "2021-Q4", "--csv");
    expect(csv.out.split("\n")).toContain("actual,280");
  });

  it("records a milestone by hand, and refuses one that does not exist", async () => {
    const told = await passerelle("tell", "--territory", "212400980", "--milestone", "contact");
    expect([told.code, told.out]).toEqual([0, "Recorded.\n"]);
    const wrong = await passerelle("tell", "--territory", "212400980", "--milestone", "done");
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain("there are: contact, vendor,");
  });

  it("adds a campaign with a command", async () => {
    const path = join(folder, "campaign.json");
    await writeFile(
      path,
      JSON.stringify({
        id: "suite",
        name: "Suite",
        definition: "Collectivités en production",
        source: "Plan",
        milestone: "production",
        start: "2025-01-01",
        baseline: 0,
        target: 10,
        deadline: "2025-12-31",
      }),
    );
    expect((await passerelle("campaign", "add", path)).out).toBe("Added suite.\n");
    expect((await passerelle("campaign", "list")).out).toContain("suite: Suite (0 → 10, 2025-12-31)");
    expect((await passerelle("campaign", "add", path)).code).toBe(1);
  });

  it("says what to look at today", async () => {
    const { out } = await passerelle("digest");
    expect(out).toContain("Bordeaux : attend « Première connexion »");
    const { out: address } = await passerelle("digest", "--address", "https://portal.invalid");
    expect(address).toContain("https://portal.invalid : son nom ne mène nulle part");
    const { out: declared } = await passerelle("digest", "--redirect-uri", "https://portal.invalid/callback");
    expect(declared).toContain("https://portal.invalid : son nom ne mène nulle part");
    expect((await passerelle("digest", "--redirect-uri", "/callback")).code).toBe(2);
    expect((await passerelle("digest", "--address", "portal")).code).toBe(2);
  });

  it("says it for each operator, or for one alone", async () => {
    const all = await passerelle("digest");
    expect(all.out).toMatch(
      /^Entr.ouvert \(entrouvert\)\n {2}Bordeaux : .*\nNumérique 33 \(numerique33\)\n {2}Bordeaux : /m,
    );
    const one = await passerelle("digest", "--operator", "numerique33", "--json");
    expect(JSON.parse(one.out)).toMatchObject([
      { operator: { slug: "numerique33" }, lines: [{ name: "Bordeaux" }] },
    ]);
    const nobody = await passerelle("digest", "--operator", "nobody");
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining("there are: ")]);
  });

  it("lists the last imports, and the lines they could not use", async () => {
    const { out } = await passerelle("imports");
    expect(out).toMatch(/^\d{4}-\S+Z own-csv\n {2}lines 2, matched 1, new 1/m);
    expect(out).toContain("line 3: le SIREN n’est pas celui d’une collectivité territoriale");
    expect(JSON.parse((await passerelle("imports", "--json")).out)).toMatchObject([{ kind: "own-csv" }]);
  });

  it("says what is wrong with a file, and exits with 1; 2 for wrong usage", async () => {
    const { code, err } = await passerelle("import", join(folder, "nothing.csv"));
    expect([code, err]).toEqual([1, expect.stringContaining("cannot be read")]);
    expect((await passerelle("import")).code).toBe(2);
  });
});
