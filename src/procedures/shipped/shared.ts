import type { FieldDeclaration, SourceDeclaration, StepDeclaration } from "../declaration.ts";
import { field, options } from "../options.ts";

/** Whoever fills in the form, as FranceConnect knows them. */
const PERSON: readonly FieldDeclaration[] = [
  field("text", "nom-de-naissance", "Nom de naissance", {
    autocomplete: "family-name",
    from: "identity.familyName",
  }),
  field("text", "prenoms", "Prénoms", {
    hint: "Dans l'ordre de l'état civil",
    autocomplete: "given-name",
    from: "identity.givenNames",
  }),
  field("text", "nom-d-usage", "Nom d'usage", {
    optional: true,
    from: "identity.preferredUsername",
    policy: "correctable",
  }),
  field("date", "date-de-naissance", "Date de naissance", {
    hint: "Par exemple : 27 3 1985",
    autocomplete: "bday",
    max: "today",
    from: "identity.birthdate",
  }),
];

/** How to reach them. */
const CONTACT: readonly FieldDeclaration[] = [
  field("email", "adresse-electronique", "Adresse électronique", {
    hint: "Pour vous tenir au courant. Format attendu : nom@domaine.fr",
    autocomplete: "email",
    filer: true,
    from: "identity.email",
    policy: "correctable",
  }),
  field("tel", "telephone", "Téléphone", {
    hint: "Par exemple : 06 12 34 56 78",
    autocomplete: "tel",
    filer: true,
  }),
];

/** The first step of every procedure. */
export const YOU: StepDeclaration = {
  slug: "vous",
  title: "Vous",
  titleForOthers: "La personne concernée",
  fields: [...PERSON, ...CONTACT],
};

/**
 * In what capacities one asks for somebody else.
 *
 * @see https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000038310398 code civil, art. 473 and following (tutelle), 477 (mandat), 494-1 (habilitation familiale)
 */
export const CAPACITIES = options({
  parent: "Son père ou sa mère",
  tuteur: "Son tuteur ou son curateur",
  mandataire: "Son mandataire : habilitation familiale, mandat de protection future ou procuration",
  aidant: "Son proche aidant",
  professionnel: "Un professionnel qui l'accompagne",
});

/** The address declared to the CAF or the MSA, from a source named `qf`. */
export const ADDRESS = field("address", "adresse", "Adresse", { from: "qf.adresse", policy: "correctable" });

/** The quotient familial, from a source named `qf`; those who have none leave it empty. */
export const QUOTIENT_FAMILIAL = field("number", "quotient-familial", "Quotient familial", {
  hint: "Il figure sur votre attestation de la CAF ou de la MSA. Par exemple : 1 045",
  unit: "€",
  max: 99_999,
  optional: true,
  from: "qf.quotient_familial.valeur",
});

/**
 * What the family’s tariffs read from the CAF or the MSA, as a source named `qf`.
 *
 * @param why completes « pour… » in the notice
 * @param keys further keys that a field reads: `enfants`, `adresse`
 * @see https://particulier.api.gouv.fr/catalogue/cnaf_msa/quotient_familial
 * @example
 * import { quotientFamilial } from "passerelle";
 * const sources = { qf: quotientFamilial("calculer votre tarif", "enfants") };
 */
export function quotientFamilial(why: string, ...keys: readonly string[]): SourceDeclaration {
  return {
    route: "quotient-familial",
    keys: ["quotient_familial", ...keys],
    why,
    ifMissing: {
      document: "Attestation de quotient familial de la CAF ou de la MSA, de moins de trois mois",
      hint: "Si vous n'indiquez pas de quotient familial, ce document n'est pas nécessaire.",
    },
  };
}

const PARAMETERS = "psu.parametres_calcul_participation_familiale";

/** What the national scale of the crèches reads, from a source named `psu`. */
export const PSU_FIELDS: readonly FieldDeclaration[] = [
  field("number", "ressources", "Ressources annuelles", {
    unit: "€",
    from: `${PARAMETERS}.base_ressources_annuelles.valeur`,
  }),
  field("number", "enfants-a-charge", "Enfants à charge", {
    min: 1,
    max: 20,
    from: `${PARAMETERS}.nombre_enfants_a_charge`,
  }),
  field("number", "enfants-aeeh", "Enfants bénéficiaires de l'AEEH", {
    max: 20,
    from: `${PARAMETERS}.nombre_enfants_beneficiaire_aeeh`,
  }),
];

/**
 * What the crèches read from the CAF or the MSA, as a source named `psu`.
 *
 * @param why completes « pour… » in the notice
 * @param keys further keys that a field reads: `enfants`, `adresse`
 * @see https://particulier.api.gouv.fr/catalogue/cnav/participation_familiale_eaje
 * @example
 * import { participationFamiliale } from "passerelle";
 * const sources = { psu: participationFamiliale("calculer votre participation", "enfants") };
 */
export function participationFamiliale(why: string, ...keys: readonly string[]): SourceDeclaration {
  return {
    route: "participation-familiale-eaje",
    keys: ["parametres_calcul_participation_familiale", ...keys],
    why,
    ifMissing: { document: "Attestation CDAP de la CAF, ou avis d'imposition de l'avant-dernière année" },
  };
}

export const OTHER_WAYS: readonly string[] = [
  "À l'accueil de la mairie, sans rendez-vous, avec l'aide d'un agent",
  "Par téléphone, aux heures d'ouverture",
  "Par courrier, avec le formulaire papier remis à l'accueil",
];
