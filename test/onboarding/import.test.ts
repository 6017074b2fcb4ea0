import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { onEachDatabase } from "../support/databases.ts";
import { BORDEAUX, smallOnboarding } from "./support.ts";

const HEADER =
  "Fournisseur de l'API ou service,API ou Service demandé,SIRET du demandeur,Dénomination de l'unité légale du demandeur,Données demandées,Fondement juridique,Date de validation";
const line = (service: string, siret: string, name: string, day: string) =>
  `DINUM,${service},${siret},${name},QF,CRPA L114-8,${day}`;

async function file(content: string | Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "passerelle-import-")), "file.csv");
  await writeFile(path, content);
  return path;
}

/** Latin-1, as a spreadsheet of ten years ago saves it. */
const latin1 = (text: string) => Buffer.from(text, "latin1");

describe("an import", () => {
  onEachDatabase((database) => {
    it("ties the lines of the open-data file to collectivités by SIRET, and says what it did", async () => {
      const { onboarding } = await smallOnboarding(await database.fresh());
      const path = await file(
        [
          HEADER,
          line("FranceConnect", BORDEAUX.siret, "COMMUNE DE BORDEAUX", "2021-11-02"),
          line("API Particulier", "212 400 980 00018", "COMMUNE DE CHAMPCEVINEL", "03/01/2022"),
          line("API Entreprise", BORDEAUX.siret, "COMMUNE DE BORDEAUX", "2021-11-02"),
          line("API Particulier", "55210055400013", "UNE SOCIETE", "2021-11-02"),
          line("API Particulier", "12345", "COMMUNE", "2021-11-02"),
          line("API Particulier", BORDEAUX.siret, "COMMUNE DE BORDEAUX", "bientôt"),
          line("API Particulier", "21640445200018", "COMMUNE DE NULLE PART", "2021-11-02"),
          line("API Particulier", "22640001800876", "", "2021-11-02"),
        ].join("\n"),
      );
      const report = await onboarding.importOpenData({ path });
      expect(report).toMatchObject({ lines: 8, matched: 2, added: 2, ignored: 1, unusableCount: 5 });
      expect(report.unusable).toEqual([
        { line: 5, reason: "le SIREN n’est pas celui d’une collectivité territoriale" },
        { line: 6, reason: "le SIRET n’a pas 14 chiffres" },
        { line: 7, reason: expect.stringContaining("bientôt") },
        { line: 8, reason: "le SIREN est inconnu du registre" },
        { line: 9, reason: "le SIREN est inconnu du registre" },
      ]);
      expect((await onboarding.timeline("212400980"))?.reached).toEqual({
        "habilitation-api-particulier": "2022-01-03",
      });
    });

    it("learns the SIREN of a département from its name, and counts a merged commune with the one it became", async () => {
      const { onboarding } = await smallOnboarding(await database.fresh());
      const path = await file(
        [
          HEADER,
          line("FranceConnect", "22330001300016", "DEPARTEMENT DE LA GIRONDE", "2021-11-02"),
          line("FranceConnect", "21010340000014", "COMMUNE DE SAINT-BOIS", "2021-11-02"),
        ].join("\n"),
      );
      const report = await onboarding.importOpenData({ path });
      expect(report.learned).toEqual([{ code: "departement:33", siren: "223300013" }]);
      expect(report.merged).toEqual([{ line: 3, former: "01340", code: "commune:01015" }]);
      expect((await onboarding.timeline("223300013"))?.territory.name).toBe("Gironde");
    });

    it("reads Latin-1 with semicolons, a byte order mark, Windows line ends and retyped headers", async () => {
      const { onboarding } = await smallOnboarding(await database.fresh());
      const retyped = HEADER.replaceAll(",", ";").replace("API ou Service demandé", "api ou service demande");
      const row = line(
        "API Particulier",
        BORDEAUX.siret,
        "Commune de Bordeaux (siège)",
        "02/11/2021",
      ).replaceAll(",", ";");
      const old = await onboarding.importOpenData({ path: await file(latin1(`${retyped}\r\n${row}\r\n`)) });
      expect(old).toMatchObject({ matched: 1, added: 1 });
      const marked = await onboarding.importOpenData({ path: await file(`\uFEFF${retyped}\r\n${row}\r\n`) });
      expect(marked).toMatchObject({ matched: 1, added: 0 });
    });

    it("changes nothing when the same file comes twice, and says what it said before", async () => {
      const { onboarding } = await smallOnboarding(await database.fresh());
      const path = await file(`${HEADER}\n${line("FranceConnect", BORDEAUX.siret, "B", "2021-11-02")}\n`);
      const first = await onboarding.importOpenData({ path });
      expect(await onboarding.importOpenData({ path })).toEqual({ ...first, again: true });
    });

    it("adds each fact once when two imports run at once", async () => {
      const { onboarding } = await smallOnboarding(await database.fresh());
      const row = line("FranceConnect", BORDEAUX.siret, "B", "2021-11-02");
      const [one, two] = await Promise.all([file(`${HEADER}\n${row}\n`), file(`${HEADER}\n${row}\n\n`)]);
      const reports = await Promise.all([
        onboarding.importOpenData({ path: one }),
        onboarding.importOpenData({ path: two }),
      ]);
      expect(reports.reduce((sum, { added }) => sum + added, 0)).toBe(1);
      expect((await onboarding.timeline(BORDEAUX.siren))?.history).toHaveLength(1);
    });

    it("names the columns that are missing", async () => {
      const { onboarding } = await smallOnboarding(await database.fresh());
      await expect(
        onboarding.importOpenData({ path: await file("SIRET,Date\n1,2\n") }),
      ).rejects.toMatchObject({
        code: "columns_missing",
        operatorHint: expect.stringContaining("API ou Service demandé"),
      });
      await expect(onboarding.importOpenData({ path: await file("") })).rejects.toMatchObject({
        code: "columns_missing",
      });
      await expect(onboarding.importOpenData({ path: "/nowhere.csv" })).rejects.toMatchObject({
        code: "file_unreadable",
      });
    });

    it("imports nothing of a file with a line of a megabyte", async () => {
      const store = await database.fresh();
      const { onboarding } = await smallOnboarding(store);
      const good = line("FranceConnect", BORDEAUX.siret, "B", "2021-11-02");
      const path = await file(
        `${HEADER}\n${good}\n${line("FranceConnect", BORDEAUX.siret, "x".repeat(1e6), "2021-11-03")}\n`,
      );
      await expect(onboarding.importOpenData({ path })).rejects.toMatchObject({ code: "line_too_long" });
      expect(await store.db.selectFrom("onboarding_events").selectAll().execute()).toEqual([]);
    });

    it("reads a file of one's own, with milestones by their French titles", async () => {
      const { onboarding } = await smallOnboarding(await database.fresh());
      const path = await file(
        `SIREN;Jalon;Date;Note\n${BORDEAUX.siren};Délibération;15/12/2021;n° 2021-44\n${BORDEAUX.siren};Danse;15/12/2021;\n`,
      );
      const report = await onboarding.importOwnCsv({ path });
      expect(report).toMatchObject({
        matched: 1,
        unusable: [{ line: 3, reason: "« Danse » n’est pas un jalon connu" }],
      });
      expect((await onboarding.timeline(BORDEAUX.siren))?.history[0]).toMatchObject({
        milestone: "deliberation",
        evidence: { note: "n° 2021-44" },
      });
    });

    it("takes the vendor and the shared operator from a file of one's own, by the name it gives them", async () => {
      const { onboarding } = await smallOnboarding(await database.fresh());
      await onboarding.savePartners([
        { slug: "entrouvert", kind: "vendor", name: "Entr’ouvert", certified: true },
      ]);
      const path = await file(
        [
          "siren;jalon;date;éditeur;opsn",
          `${BORDEAUX.siren};production;2022-01-10;ENTR'OUVERT;Numérique 33`,
          "243300316;contact;2022-01-10;;numerique 33",
          "213105554;contact;2022-01-10;=Nouveau;",
        ].join("\n"),
      );
      expect(await onboarding.importOwnCsv({ path })).toMatchObject({ added: 3 });
      expect(await onboarding.timeline(BORDEAUX.siren)).toMatchObject({
        vendor: "entrouvert",
        opsn: "numerique33",
      });
      const { breakdowns } = await onboarding.overview();
      expect(breakdowns.opsn).toEqual([{ key: "numerique33", name: "Numérique 33", reached: 1, of: 2 }]);
      expect(breakdowns.vendor.map(({ name }) => name)).toEqual(["Entr’ouvert", "=Nouveau"]);
    });

    it("tells how far it is", async () => {
      const { onboarding } = await smallOnboarding(await database.fresh());
      const rows = Array.from({ length: 12_000 }, () =>
        line("API Entreprise", BORDEAUX.siret, "B", "2021-11-02"),
      );
      const told: number[] = [];
      await onboarding.importOpenData({
        path: await file([HEADER, ...rows].join("\n")),
        onProgress: (done) => told.push(done),
      });
      expect(told).toEqual([5_000, 10_000, 12_000]);
    });
  });
});
