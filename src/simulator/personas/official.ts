import type { Persona } from "./persona.ts";

/**
 * Test identities that FranceConnect's own sandbox publishes.
 * @see https://github.com/france-connect/identity-provider-example
 */
export const OFFICIAL_PERSONAS: readonly Persona[] = [
  {
    id: "test",
    title: "Angela Claire Louise Dubois",
    note: "L’identité de test de FranceConnect : trois prénoms, pas de nom d’usage.",
    claims: {
      given_name: "Angela Claire Louise",
      family_name: "DUBOIS",
      gender: "female",
      birthdate: "1962-08-24",
      birthplace: "75107",
      birthcountry: "99100",
      email: "wossewodda-3728@yopmail.com",
    },
  },
  {
    id: "avec_nom_dusage",
    title: "Pierre Mercier, nom d’usage Dubois",
    note: "Un nom d’usage différent du nom de naissance.",
    claims: {
      given_name: "Pierre",
      family_name: "MERCIER",
      preferred_username: "DUBOIS",
      gender: "male",
      birthdate: "1969-03-17",
      birthplace: "95277",
      birthcountry: "99100",
      email: "pierre.mercier@example.org",
    },
  },
  {
    id: "genre_indéfini",
    title: "Dominique Noël",
    note: "Genre non précisé (« unspecified »).",
    claims: {
      given_name: "Dominique",
      family_name: "NOËL",
      gender: "unspecified",
      birthdate: "1984-11-02",
      birthplace: "76351",
      birthcountry: "99100",
      email: "dominique.noel@example.org",
    },
  },
  {
    id: "nom_composé",
    title: "Mathilde Roussel-Le Goff",
    note: "Un nom de naissance composé, avec trait d’union et espace.",
    claims: {
      given_name: "Mathilde",
      family_name: "ROUSSEL-LE GOFF",
      gender: "female",
      birthdate: "1990-02-14",
      birthplace: "29019",
      birthcountry: "99100",
      email: "mathilde.roussel@example.org",
    },
  },
  {
    id: "prénom_composé",
    title: "Jean Philippe Pierre Louis Aubert",
    note: "Plusieurs prénoms, dont un contient une espace : seul « given_name_array » les sépare bien.",
    claims: {
      given_name: "Jean Philippe Pierre Louis",
      given_name_array: ["Jean Philippe", "Pierre", "Louis"],
      family_name: "AUBERT",
      gender: "male",
      birthdate: "1971-12-30",
      birthplace: "38185",
      birthcountry: "99100",
      email: "jean-philippe.aubert@example.org",
    },
  },
  {
    id: "caractères_spéciaux",
    title: "Zoé Maëlys O’Çélëstin-Ñuñez",
    note: "Accents, cédille, tilde et apostrophe typographique dans les noms.",
    claims: {
      given_name: "Zoé Maëlys",
      family_name: "O’ÇÉLËSTIN-ÑUÑEZ",
      preferred_username: "D'ÅNGELO",
      gender: "female",
      birthdate: "1995-05-09",
      birthplace: "31555",
      birthcountry: "99100",
      email: "zoe.celestin@example.org",
    },
  },
  {
    id: "nom_50+_caractères",
    title: "Un très long nom de famille",
    note: "Plus de cinquante caractères : mise en page, colonnes et étiquettes doivent tenir.",
    claims: {
      given_name: "Marie-Antoinette Éléonore Bernardine Hippolyte Sidonie",
      family_name: "DE LA ROCHEFOUCAULD-MONTMORENCY-LAVAL DE CHÂTEAUNEUF-SUR-CHARENTE",
      gender: "female",
      birthdate: "1979-07-01",
      birthplace: "87085",
      birthcountry: "99100",
      email: "marie-antoinette.de-la-rochefoucauld-montmorency@example.org",
    },
  },
  {
    id: "moins_16_ans",
    title: "Lila Marchand, mineure",
    note: "Née le 20 juin 2015 : une personne mineure peut arriver jusqu’au formulaire.",
    claims: {
      given_name: "Lila",
      family_name: "MARCHAND",
      gender: "female",
      birthdate: "2015-06-20",
      birthplace: "44109",
      birthcountry: "99100",
      email: "lila.marchand@example.org",
    },
  },
];
