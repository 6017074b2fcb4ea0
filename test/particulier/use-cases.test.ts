import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  isAllowed,
  ROUTE_NAMES,
  type RouteName,
  standingOf,
  USE_CASES,
  type UseCase,
  type UseCaseId,
} from "../../src/particulier/index.ts";
import { officialDataAvailable, officialFile } from "../support/official-cases.ts";

/** The official endpoint identifiers, and our route names. */
const ENDPOINTS: Readonly<Record<string, RouteName>> = {
  "cnav/quotient_familial": "quotient-familial",
  "cnav/revenu_solidarite_active": "revenu-solidarite-active",
  "cnav/prime_activite": "prime-activite",
  "cnav/complementaire_sante_solidaire": "complementaire-sante-solidaire",
  "cnav/allocation_adulte_handicape": "allocation-adulte-handicape",
  "cnav/allocation_soutien_familial": "allocation-soutien-familial",
  "cnav/psu": "participation-familiale-eaje",
  "cnous/statut_etudiant_boursier": "etudiant-boursier",
  "education_nationale/statut_eleve_scolarise": "scolarites",
  "mesri/statut_etudiant": "statut-etudiant",
  "pole_emploi/situation": "france-travail-statut",
  "pole_emploi/indemnites": "france-travail-indemnites",
  "ants/extrait_immatriculation_vehicule": "extrait-immatriculation-vehicule",
  "sport_data_hub/statut_sportif": "statut-sportif",
  "dsnj/service_national": "service-national",
};

interface OfficialUseCase {
  readonly endpoints?: readonly string[] | null;
  readonly endpoints_optional?: readonly string[] | null;
  readonly endpoints_forbidden?: readonly string[] | null;
}

const official: Readonly<Record<string, OfficialUseCase>> = officialDataAvailable()
  ? parse(officialFile("use-cases.fr.yml")).fr.api_particulier.cas_usages_entries
  : {};
const regulated = Object.entries(official).filter(([, entry]) => "endpoints" in entry);
const OUR_OWN = ["participation_familiale_eaje"];

describe.skipIf(!officialDataAvailable())("the use cases against the official list", () => {
  it("are the official ones, and the one that is only a data sheet", () => {
    expect(Object.keys(USE_CASES).sort()).toEqual([...regulated.map(([id]) => id), ...OUR_OWN].sort());
  });

  it.each(regulated)("%s requires, allows and forbids what the list does", (id, entry) => {
    const ours: UseCase = USE_CASES[id as UseCaseId];
    const routes = (endpoints: readonly string[] | null | undefined) =>
      (endpoints ?? []).map((endpoint) => ENDPOINTS[endpoint] ?? endpoint).sort();
    expect([...ours.required].sort()).toEqual(routes(entry.endpoints));
    expect([...ours.optional].sort()).toEqual(routes(entry.endpoints_optional));
    expect([...ours.forbidden].sort()).toEqual(routes(entry.endpoints_forbidden));
  });
});

describe("what a use case allows", () => {
  it("lets a school restaurant ask for the quotient familial and not for the prime d'activité", () => {
    expect(isAllowed("tarification_municipale_enfance", "quotient-familial")).toBe(true);
    expect(isAllowed("tarification_municipale_enfance", "prime-activite")).toBe(false);
  });

  it("refuses an unlisted route where the list forbids others", () => {
    expect(standingOf("tarification_municipale_enfance", "service-national")).toBe("unlisted");
    expect(isAllowed("tarification_municipale_enfance", "service-national")).toBe(false);
  });

  it("leaves an unlisted route to DataPass where the list forbids nothing", () => {
    expect(isAllowed("ccas", "allocation-enfant-handicape")).toBe(true);
  });

  it("keeps the quotient familial out of the price of a crèche", () => {
    expect(isAllowed("participation_familiale_eaje", "participation-familiale-eaje")).toBe(true);
    expect(isAllowed("participation_familiale_eaje", "quotient-familial")).toBe(false);
  });

  it("never lists a route twice", () => {
    for (const { required, optional, forbidden } of Object.values<UseCase>(USE_CASES)) {
      const all = [...required, ...optional, ...forbidden];
      expect(new Set(all).size).toBe(all.length);
      expect(all.every((name) => ROUTE_NAMES.includes(name))).toBe(true);
    }
  });
});
