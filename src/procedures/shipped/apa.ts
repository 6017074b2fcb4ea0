import { defineProcedure } from "../define/index.ts";
import { APA } from "../english/apa.ts";
import type { FieldValue } from "../form.ts";
import { field, options } from "../options.ts";
import { CAPACITIES, OTHER_WAYS, YOU } from "./shared.ts";

const AGE = 60;
const TOO_YOUNG =
  "L'APA est ouverte à partir de 60 ans. Avant, demandez la prestation de compensation du handicap (PCH).";
const HOMES = options({
  domicile: "À domicile",
  accueil: "En accueil familial",
  etablissement: "En établissement",
});

/** A presumed birth date (`1952-00-00`) counts from the first of January, in the person’s favour. */
function ageOn(birthdate: FieldValue | undefined, today: string): number {
  const [year = "", birthday = ""] = [String(birthdate).slice(0, 4), String(birthdate).slice(5)];
  return Number(today.slice(0, 4)) - Number(year) - (today.slice(5) < birthday ? 1 : 0);
}

/**
 * The allocation personnalisée d’autonomie: health and money together, so FranceConnect+ (eIDAS « substantiel »).
 * API Particulier holds nothing that it needs: no resources are asked before the medical and social team has come.
 *
 * @see code de l’action sociale et des familles, art. L232-1 and R232-23
 */
export const apa = defineProcedure({
  slug: "apa",
  version: "2026-11-22",
  title: "Allocation personnalisée d'autonomie (APA)",
  summary: "Demander une aide pour les gestes de la vie quotidienne, pour vous ou pour un proche.",
  audience: "Les personnes de 60 ans et plus en perte d'autonomie",
  duration: "10 minutes",
  delay: "décision du conseil départemental sous 2 mois",
  level: "eidas2",
  forOthers: CAPACITIES,
  legalBasis: ["articles L232-1 et R232-23 du code de l'action sociale et des familles"],
  deliberation: { reference: "convention avec le conseil départemental n° 2026-003", date: "2026-01-15" },
  retentionMonths: 60,
  sources: {},
  steps: [
    YOU,
    {
      slug: "vie",
      title: "La vie quotidienne",
      fields: [
        field("choice", "lieu", "Lieu de vie", { options: HOMES }),
        field("address", "adresse", "Adresse du lieu de vie", { autocomplete: "off" }),
        field("long-text", "aide", "Ce qui est devenu difficile", {
          hint: "Par exemple : se lever, se laver, préparer les repas, sortir",
        }),
      ],
    },
  ],
  checks: [
    {
      field: "date-de-naissance",
      message: TOO_YOUNG,
      holds: (values, today) => ageOn(values["date-de-naissance"], today) >= AGE,
    },
  ],
  otherWays: OTHER_WAYS,
  english: APA,
});
