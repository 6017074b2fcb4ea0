import { type ClaimsOverride, overrideClaims, type Persona } from "./persona.ts";

function refused(id: string, error: string, note: string, claims: ClaimsOverride = {}): Persona {
  return {
    id,
    title: `Connexion refusée : ${id}`,
    note,
    error,
    claims: overrideClaims(
      {
        given_name: `Jean_${error}`,
        family_name: "SIMULÉ",
        gender: "male",
        birthdate: "1977-03-03",
        birthplace: "75107",
        birthcountry: "99100",
        email: "jean.simule@example.org",
      },
      claims,
    ),
  };
}

/**
 * Citizens whom the platform stops on one of its own pages: the service sees nothing until they click
 * « Revenir sur … ». Identifiers are the sandbox's own.
 */
export const REFUSED_PERSONAS: readonly Persona[] = [
  refused("sans_mail", "Y600006", "Le fournisseur d’identité n’a pas envoyé de courriel.", {
    email: undefined,
  }),
  refused("sans_genre", "Y600006", "Le fournisseur d’identité n’a pas envoyé de genre.", {
    gender: undefined,
  }),
  refused("mois_00", "Y600006", "Date de naissance impossible : 1977-00-03.", { birthdate: "1977-00-03" }),
  refused("test_INVALID_COG", "Y600006", "Code de commune de naissance inconnu.", { birthplace: "99999" }),
  refused("E010004", "Y010004", "RNIPP : identité ambiguë (écho unique imparfait)."),
  refused("E010006", "Y010006", "RNIPP : plusieurs personnes portent cette identité."),
  refused("E010007", "Y010007", "RNIPP : trouvé avec le seul nom d’usage."),
  refused("E010008", "Y010008", "RNIPP : aucune personne trouvée."),
  refused("E010009", "Y010009", "RNIPP : demande rejetée."),
  refused("E010011", "Y010011", "RNIPP : pas de réponse dans le délai."),
  refused("E010012", "Y010012", "RNIPP : erreur technique."),
  refused("E010013", "Y010013", "RNIPP : réponse illisible."),
  refused("E010015", "Y010015", "RNIPP : personne décédée."),
  refused("Y180001", "Y180001", "Le compte FranceConnect a été désactivé par la personne."),
];
