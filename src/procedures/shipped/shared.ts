import type { FieldDeclaration } from "../declaration.ts";

/** Whoever fills in the form, as FranceConnect knows them. */
export const PARENT: readonly FieldDeclaration[] = [
  {
    name: "nom-de-naissance",
    kind: "text",
    label: "Nom de naissance",
    autocomplete: "family-name",
    from: "identity.familyName",
  },
  {
    name: "prenoms",
    kind: "text",
    label: "Prénoms",
    hint: "Dans l'ordre de l'état civil",
    autocomplete: "given-name",
    from: "identity.givenNames",
  },
  {
    name: "nom-d-usage",
    kind: "text",
    label: "Nom d'usage",
    optional: true,
    from: "identity.preferredUsername",
    policy: "correctable",
  },
  {
    name: "date-de-naissance",
    kind: "date",
    label: "Date de naissance",
    hint: "Par exemple : 27 3 1985",
    autocomplete: "bday",
    max: "today",
    from: "identity.birthdate",
  },
];

/** How to reach them. */
export const CONTACT: readonly FieldDeclaration[] = [
  {
    name: "adresse-electronique",
    kind: "email",
    label: "Adresse électronique",
    hint: "Pour vous tenir au courant. Format attendu : nom@domaine.fr",
    autocomplete: "email",
    from: "identity.email",
    policy: "correctable",
  },
  {
    name: "telephone",
    kind: "tel",
    label: "Téléphone",
    hint: "Par exemple : 06 12 34 56 78",
    autocomplete: "tel",
  },
];

export const OTHER_WAYS: readonly string[] = [
  "À l'accueil de la mairie, sans rendez-vous, avec l'aide d'un agent",
  "Par téléphone, aux heures d'ouverture",
  "Par courrier, avec le formulaire papier remis à l'accueil",
];
