import type { Collectivite } from "../../collectivites/index.ts";
import type { Agent } from "../../federation/index.ts";

/**
 * Whether this agent may enter this collectivité's desk: the SIRET of their session must be the collectivité's own.
 *
 * The whole SIRET rather than the SIREN: the habilitation to read the State's data is given to this establishment, while
 * the SIREN would open family quotients to every library and swimming pool of the commune. ProConnect says who the
 * agent is and for whom they work today; it does not say what they may do, so this is asked at every login and
 * again at every request.
 *
 * @returns `true`, or the reason in French, with what to do
 * @see https://partenaires.proconnect.gouv.fr/docs/fournisseur-service/restriction_acces
 * @example
 * authorizeAgent({ siret: "21330063500017" }, { siret: "21330063500017", name: "Val-de-Sorgue", contact: {} }); // true
 */
export function authorizeAgent(
  agent: Pick<Agent, "siret" | "organizationLabel">,
  collectivite: Pick<Collectivite, "siret" | "name" | "contact">,
): true | { readonly reason: string } {
  if (agent.siret === collectivite.siret) return true;
  const organisation = agent.organizationLabel
    ? `«\u00a0${agent.organizationLabel}\u00a0» (SIRET ${agent.siret})`
    : `l’organisation de SIRET ${agent.siret}`;
  return {
    reason: [
      `Vous êtes connecté au titre de ${organisation}.`,
      `Cet espace est réservé aux agents de ${collectivite.name} (SIRET ${collectivite.siret}).`,
      "Si vous travaillez pour plusieurs organisations, déconnectez-vous de ProConnect, puis choisissez la bonne en vous reconnectant.",
      contactLine(collectivite.contact),
    ].join(" "),
  };
}

function contactLine({ email, phone }: Collectivite["contact"]): string {
  const ways = [email, phone].filter((way) => way !== undefined);
  return ways.length > 0
    ? `Pour demander un accès\u00a0: ${ways.join(" ou ")}.`
    : "Pour demander un accès, adressez-vous au responsable du service qui instruit les demandes.";
}
