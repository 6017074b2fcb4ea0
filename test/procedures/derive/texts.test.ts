import { describe, expect, test } from "vitest";
import {
  dataPassDraft,
  defineProcedure,
  noticeOf,
  recordOfProcessing,
  remainingToType,
  type SourceDeclaration,
} from "../../../src/procedures/index.ts";
import { declaration } from "../../support/procedure.ts";

const procedure = defineProcedure(declaration());
const commune = { name: "Val-de-Sorgue", contact: { dpo: "dpo@val-de-sorgue.example" } };

test("what remains to be typed is what no one but the citizen knows", () => {
  expect(remainingToType(procedure).map(({ name }) => name)).toEqual(["telephone"]);
});

describe("the notice of article L114-8", () => {
  const notice = noticeOf(procedure, commune);

  test("says who asks whom for what, why, and what to give instead", () => {
    expect(notice.introduction).toMatch(/Val-de-Sorgue récupère/);
    expect(notice.sources).toEqual([
      {
        source: "qf",
        from: "la CAF ou la MSA",
        what: [
          "Adresse",
          "Quotient familial",
          "Enfants",
          "les noms qui y figurent, pour vérifier que ces données vous concernent",
        ],
        why: "pour calculer votre tarif",
        otherwise: "Attestation de quotient familial",
      },
    ]);
    expect(notice.identity).toEqual(["Nom"]);
  });

  test("names the law, the délibération, the retention, the rights and how to refuse", () => {
    expect(notice.legalBasis.join()).toMatch(/L114-8.*L2221-1.*délibération n°.12 du 15 janvier 2026/);
    expect(notice.retention).toMatch(/12 mois/);
    expect(notice.rights.join()).toMatch(/dpo@val-de-sorgue\.example.*CNIL/);
    expect(notice.refuse).toMatch(/sans FranceConnect/);
  });

  test("does not speak of a retrieval that there is not", () => {
    const [you] = declaration().steps;
    const simple = defineProcedure(declaration({ sources: {}, steps: you ? [you] : [] }));
    expect(noticeOf(simple, commune).introduction).toMatch(/ne demande rien à d’autres administrations/);
  });

  test("is made for a collectivité without any contact", () => {
    expect(noticeOf(procedure, { name: "X" }).rights.join()).toMatch(/d’opposition\./);
  });
});

test("the record of processing names each datum with its origin, and the unchecked sources with their reason", () => {
  const qf = declaration().sources.qf as SourceDeclaration;
  const trusting = defineProcedure(
    declaration({ sources: { qf: { ...qf, allowUncheckedIdentity: "jeton" } } }),
  );
  const record = recordOfProcessing(trusting, commune);
  expect(record.dataProtectionOfficer).toBe("dpo@val-de-sorgue.example");
  expect(record.data).toContainEqual({ label: "Nom", origin: "FranceConnect" });
  expect(record.data).toContainEqual({ label: "Téléphone", origin: "usager" });
  expect(record.data).toContainEqual({ label: "Enfants", origin: "la CAF ou la MSA (API Particulier)" });
  expect(record.unchecked).toEqual([{ source: "qf", reason: "jeton" }]);
});

describe("the DataPass draft", () => {
  test("holds the least scopes, the law and the retention of both requests", () => {
    const { franceConnect, apiParticulier } = dataPassDraft(procedure, commune);
    expect(franceConnect).toMatchObject({
      france_connect_eidas: "eidas_1",
      intitule: "Abonnement à la piscine – Val-de-Sorgue",
    });
    expect(franceConnect.scopes).toContain("cnaf_quotient_familial");
    expect(apiParticulier).toMatchObject({
      scopes: ["cnaf_quotient_familial", "cnaf_allocataires", "cnaf_enfants", "cnaf_adresse"],
      duree_conservation_donnees_caractere_personnel: 12,
    });
    expect(apiParticulier?.cadre_juridique_nature).toMatch(/L114-8.*L2221-1/);
  });

  test("asks for FranceConnect+ where the level does, and not for API Particulier where nothing is read", () => {
    const [you] = declaration().steps;
    const { useCase: _, ...rest } = declaration({ level: "eidas2", sources: {}, steps: you ? [you] : [] });
    const draft = dataPassDraft(defineProcedure(rest), commune);
    expect(draft.franceConnect.france_connect_eidas).toBe("eidas_2");
    expect(draft.apiParticulier).toBeUndefined();
  });
});
