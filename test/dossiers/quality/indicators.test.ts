import { describe, expect, it } from "vitest";
import type { Opinion } from "../../../src/dossiers/index.ts";
import { indicatorsOf } from "../../../src/dossiers/quality/indicators.ts";
import type { OpinionRow } from "../../../src/dossiers/quality/opinion.ts";
import { PROCEDURES, type Procedure } from "../../../src/procedures/index.ts";
import { onEachDatabase } from "../../support/databases.ts";
import { scene, sendOne } from "../../support/dossiers.ts";

const cantine = PROCEDURES.find(({ slug }) => slug === "restauration-scolaire") as Procedure;
const facts = { procedure: cantine, open: true, figures: {}, opinions: [] };

const opinion = (satisfaction: Opinion["satisfaction"], more: Partial<OpinionRow> = {}): OpinionRow => ({
  procedure: cantine.slug,
  satisfaction,
  clarity: null,
  help: "",
  reached: null,
  help_quality: null,
  ...more,
});
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

const read = (slug: string, change: Partial<Parameters<typeof indicatorsOf>[0]>) =>
  indicatorsOf({ ...facts, ...change }).find((indicator) => indicator.slug === slug);

describe("satisfaction", () => {
  it("is a mean out of ten, published from one hundred opinions on", () => {
    const opinions = [...times(80, opinion("good")), ...times(19, opinion("medium"))];
    expect(read("satisfaction", { opinions })).toMatchObject({ figure: 9, base: 99, published: false });
    expect(read("satisfaction", { opinions: [...opinions, opinion("bad")] })).toMatchObject({
      value: "9 sur 10 (Très bien)",
      base: 100,
      goalReached: true,
      published: true,
    });
  });

  it("reaches its goal above eight, not at eight", () => {
    const opinions = [...times(80, opinion("good")), ...times(20, opinion("bad"))];
    expect(read("satisfaction", { opinions })).toMatchObject({ figure: 8, goalReached: false });
    expect(read("satisfaction", { opinions: times(100, opinion("medium")) })?.value).toBe(
      "5 sur 10 (Insuffisant)",
    );
    expect(read("satisfaction", { opinions: times(100, opinion("bad")) })?.value).toBe("0 sur 10 (Critique)");
  });

  it("is nobody's to invent: without an answer there is no mark, and with the State's button it is the State's", () => {
    expect(read("satisfaction", {})).toEqual({
      slug: "satisfaction",
      value: "Aucune réponse",
      base: 0,
      published: false,
    });
    const procedure = { ...cantine, satisfaction: { product: 1, button: 2 } };
    expect(read("satisfaction", { procedure })).toMatchObject({ value: "Mesuré par « Je donne mon avis »" });
  });
});

describe("the other indicators", () => {
  it("never claim a conformity that no audit found", () => {
    expect(read("handicap", {})).toMatchObject({ value: "Non (aucun audit)", goalReached: false });
    const at = (conformity: number) => read("handicap", { conformity })?.value;
    expect([at(49), at(50), at(99), at(100)]).toEqual(["Non", "Partiel", "Partiel", "Oui"]);
  });

  it("count what the form asks although an administration holds it", () => {
    expect(read("dlnuf", {})).toMatchObject({ value: "Optimal", figure: 0, goalReached: true });
    const asking = (count: number): Procedure => ({
      ...cantine,
      fields: cantine.fields.flatMap((field) =>
        field.name === "telephone"
          ? times(count, { ...field, kind: "document" as const, autocomplete: undefined as never })
          : [field],
      ),
    });
    const level = (count: number) => read("dlnuf", { procedure: asking(count) })?.value;
    expect([level(1), level(2), level(4), level(5)]).toEqual(["Optimal", "Partiel", "Partiel", "Faible"]);
  });

  it("compare what is sent with what an agent typed, and say where there is nothing to compare", () => {
    const figures = { sent: { "": 7 }, entered: { "": 1 } };
    expect(read("usage", { figures })).toMatchObject({ figure: 87.5, base: 8, value: "87,5 %" });
    expect(read("usage", {})?.value).toBe("Aucune demande");
  });

  it("hear those who sought help, and nobody else", () => {
    const reached = opinion("good", { help: "counter", reached: 1, help_quality: 5 });
    const lost = opinion("bad", { help: "telephone", reached: 0 });
    const opinions = [...times(9, reached), lost, ...times(90, opinion("good", { clarity: 3 }))];
    expect(read("help-reachable", { opinions })).toMatchObject({ figure: 90, base: 10, goalReached: true });
    expect(read("help-efficient", { opinions })).toMatchObject({ figure: 10, base: 9 });
    expect(read("simplicity", { opinions })).toMatchObject({ figure: 5, base: 90 });
  });

  it("say what is not measured, and whether the procedure is open, and how one identifies", () => {
    for (const slug of ["uptime", "performance"])
      expect(read(slug, {})).toMatchObject({ value: "Non mesuré" });
    expect(read("online", { open: false })).toMatchObject({ value: "Non", goalReached: false });
    expect(read("auth", {})?.value).toBe("FranceConnect, ou sans");
    const sensitive = PROCEDURES.find(({ level }) => level === "eidas2") as Procedure;
    expect(read("auth", { procedure: sensitive })?.value).toBe("FranceConnect+, ou sans");
  });
});

onEachDatabase((database) => {
  const procedures = [{ procedure: cantine, open: true }];
  /** The counting begins when the tables are made: the clock of the test starts then. */
  const open = async () => {
    const set = await scene(await database.fresh());
    const began = new Date(await set.dossiers.quality.since());
    set.later(began.toISOString());
    const quarter = `${began.getUTCFullYear()}-Q${Math.ceil((began.getUTCMonth() + 1) / 3)}`;
    const after = `${began.getUTCFullYear() + 1}-06-15T12:00:00.000Z`;
    const usage = async (at = quarter) =>
      (await set.dossiers.quality.indicators({ collectivite: set.here, quarter: at, procedures }))?.map(
        ({ indicators, frozenAt }) => [
          indicators.find(({ slug }) => slug === "usage")?.base,
          frozenAt !== undefined,
        ],
      );
    return { ...set, quarter, after, usage };
  };

  describe("a quarter", () => {
    it("moves while it lasts, is frozen once it has ended, and never moves again", async () => {
      const set = await open();
      const { usage, after, later, store, quarter } = set;
      await sendOne(set);
      expect(await usage()).toEqual([[1, false]]);
      await sendOne(set);
      expect(await usage()).toEqual([[2, false]]);
      later(after);
      expect(await usage()).toEqual([[2, true]]);
      await store.db.updateTable("quality_counts").set({ count: 99 }).execute();
      expect(await usage()).toEqual([[2, true]]);
      expect(await set.dossiers.quality.quarters()).toContain(quarter);
    });

    it("is frozen once, however many ask for it first", async () => {
      const set = await open();
      await sendOne(set);
      set.later(set.after);
      const asked = await Promise.all(Array.from({ length: 6 }, () => set.usage()));
      expect(asked).toEqual(Array.from({ length: 6 }, () => [[1, true]]));
      expect(await set.store.db.selectFrom("quality_quarters").select("quarter").execute()).toHaveLength(1);
    });

    it("does not exist before the counting, in the future, or under another name", async () => {
      const { usage } = await open();
      for (const quarter of ["2019-Q4", "2999-Q1", "2026-Q5", "hier", ""])
        expect(await usage(quarter)).toBeUndefined();
    });

    it("lists every quarter since the counting, the present one last", async () => {
      const { dossiers, later, after, quarter } = await open();
      expect(await dossiers.quality.quarters()).toEqual([quarter]);
      later(after);
      const quarters = await dossiers.quality.quarters();
      expect(quarters[0]).toBe(quarter);
      expect(quarters.at(-1)).toBe(`${after.slice(0, 4)}-Q2`);
      expect([...quarters].sort()).toEqual(quarters);
    });
  });
});
