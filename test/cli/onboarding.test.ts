import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createOnboarding } from "../../src/onboarding/index.ts";
import { createVault, migrate, openDatabase } from "../../src/storage/index.ts";
import { smallRegistry } from "../onboarding/support.ts";
import { newKey } from "../support/new-key.ts";
import { passerelle } from "../support/passerelle.ts";

describe("passerelle onboarding", () => {
  let folder: string;
  let database: string;
  const key = newKey();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "passerelle-onboarding-"));
    database = `file:${join(folder, "tracker.db")}`;
    const store = await openDatabase(database);
    await migrate(store);
    await smallRegistry(store);
    await store.close();
  });

  /** With the key of the portal, unless told otherwise. */
  async function onboarding(args: readonly string[], environment = { ENCRYPTION_KEY: key }) {
    const { code, stdout, stderr } = await passerelle(
      ["onboarding", ...args, "--database", database],
      environment,
    );
    return { code, out: stdout, err: stderr };
  }

  it("imports a file of one's own, and says what did not match", async () => {
    const path = join(folder, "own.csv");
    await writeFile(
      path,
      "siren;jalon;date;éditeur;opsn\n213300635;Production;10/01/2022;Entr'ouvert;Numérique 33\n999999999;contact;2022-01-01;;\n",
    );
    const { code, out } = await onboarding(["import", "--own", path]);
    expect(code).toBe(0);
    expect(out).toContain("lines 2, matched 1, new 1, about something else 0, unusable 1");
    expect(out).toContain("line 3: le SIREN n’est pas celui d’une collectivité territoriale");
    const again = await onboarding(["import", "--own", path, "--json"]);
    expect(JSON.parse(again.out)).toMatchObject({ again: true, matched: 1 });
  });

  it("gives the figures of a quarter as text, JSON and CSV", async () => {
    const text = await onboarding(["report", "--quarter", "2021-Q4"]);
    expect(text.out).toContain("actual: 280");
    const json = await onboarding(["report", "--quarter", "2021-Q4", "--json"]);
    expect(JSON.parse(json.out)).toMatchObject({ quarter: "2021-Q4", actual: 280, target: 1_000 });
    const csv = await onboarding(["report", "--quarter", "2021-Q4", "--csv"]);
    expect(csv.out.split("\n")).toContain("actual,280");
  });

  it("records a milestone by hand in somebody's name, kept sealed, and refuses one that does not exist", async () => {
    const step = ["tell", "--territory", "212400980", "--by", "Camille Dupont", "--milestone"];
    const told = await onboarding([...step, "contact"]);
    expect([told.code, told.out]).toEqual([0, "Recorded.\n"]);
    const store = await openDatabase(database);
    const tracker = createOnboarding({ store, vault: createVault({ key }), now: () => new Date() });
    expect([...(await tracker.recordedBy("commune:24098")).values()]).toEqual(["Camille Dupont"]);
    const kept = await store.db.selectFrom("onboarding_events").selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain("Camille");
    await store.close();
    const wrong = await onboarding([...step, "done"]);
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain("there are: contact, vendor,");
  });

  it("records nothing by hand without a name, or without the key that seals it", async () => {
    const step = ["tell", "--territory", "212400980", "--milestone", "vendor"];
    const nameless = await onboarding(step);
    expect([nameless.code, nameless.err]).toEqual([2, expect.stringContaining("--by")]);
    const keyless = await onboarding([...step, "--by", "Camille Dupont"], {} as never);
    expect([keyless.code, keyless.err]).toEqual([1, expect.stringContaining("ENCRYPTION_KEY")]);
    expect(keyless.err).not.toContain("Camille");
    const other = await onboarding([...step, "--by", "Camille Dupont"], { ENCRYPTION_KEY: newKey() });
    expect([other.code, other.err]).toEqual([1, expect.stringContaining("not the one that this database")]);
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
    expect((await onboarding(["campaign", "add", path])).out).toBe("Added suite.\n");
    expect((await onboarding(["campaign", "list"])).out).toContain("suite: Suite (0 → 10, 2025-12-31)");
    expect((await onboarding(["campaign", "add", path])).code).toBe(1);
  });

  it("says what to look at today", async () => {
    const { out } = await onboarding(["digest"]);
    expect(out).toContain("Bordeaux : attend « Première connexion »");
    const { out: address } = await onboarding(["digest", "--address", "https://portal.invalid"]);
    expect(address).toContain("https://portal.invalid : son nom ne mène nulle part");
    const { out: declared } = await onboarding([
      "digest",
      "--redirect-uri",
      "https://portal.invalid/callback",
    ]);
    expect(declared).toContain("https://portal.invalid : son nom ne mène nulle part");
    expect((await onboarding(["digest", "--redirect-uri", "/callback"])).code).toBe(2);
    expect((await onboarding(["digest", "--address", "portal"])).code).toBe(2);
  });

  it("says it for each operator, or for one alone", async () => {
    const all = await onboarding(["digest"]);
    expect(all.out).toMatch(
      /^Entr.ouvert \(entrouvert\)\n {2}Bordeaux : .*\nNumérique 33 \(numerique33\)\n {2}Bordeaux : /m,
    );
    const one = await onboarding(["digest", "--operator", "numerique33", "--json"]);
    expect(JSON.parse(one.out)).toMatchObject([
      { operator: { slug: "numerique33" }, lines: [{ name: "Bordeaux" }] },
    ]);
    const nobody = await onboarding(["digest", "--operator", "nobody"]);
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining("there are: ")]);
  });

  it("lists the last imports, and the lines they could not use", async () => {
    const { out } = await onboarding(["imports"]);
    expect(out).toMatch(/^\d{4}-\S+Z own-csv\n {2}lines 2, matched 1, new 1/m);
    expect(out).toContain("line 3: le SIREN n’est pas celui d’une collectivité territoriale");
    expect(JSON.parse((await onboarding(["imports", "--json"])).out)).toMatchObject([{ kind: "own-csv" }]);
  });

  it("says what is wrong with a file, and exits with 1; 2 for wrong usage", async () => {
    const { code, err } = await onboarding(["import", join(folder, "nothing.csv")]);
    expect([code, err]).toEqual([1, expect.stringContaining("cannot be read")]);
    expect((await onboarding(["import"])).code).toBe(2);
  });
});
