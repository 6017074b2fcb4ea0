import type { Answer } from "./answer.ts";
import { providerError } from "./errors.ts";
import type { Provider } from "./providers.ts";

/** What goes wrong at a data provider: HTTP status, and the words the platform has for it. */
const PROVIDER_FAILURES = {
  "000": {
    status: 502,
    title: "Erreur interne du fournisseur de données",
    detail:
      "La réponse retournée par le fournisseur de données est invalide et a été identifié comme étant une erreur interne. Si le problème persiste, consultez la page de status ou contactez nous sur le support.",
  },
  "001": {
    status: 502,
    title: "Service non disponible",
    detail: "Service du fournisseur de données temporairement indisponible ou en maintenance.",
  },
  "002": {
    status: 504,
    title: "Intermédiaire hors-délai",
    detail: "Temps d’attente d’une réponse du fournisseur de données écoulé.",
  },
  "004": {
    status: 502,
    title: "Erreur de résolution DNS",
    detail: "Problème de résolution DNS de l'adresse du serveur",
  },
  "006": {
    status: 502,
    title: "Erreur d'authentification auprès du fournisseur de données",
    detail: "L'authentification auprès du fournisseur de données a échoué.",
  },
  "008": {
    status: 502,
    title: "Erreur auprès du fournisseur de données : trop de requêtes",
    detail: "Erreur de fournisseur de donnée : Trop de requêtes effectuées, veuillez réessayer plus tard.",
  },
  "009": {
    status: 502,
    title: "Erreur de certificat SSL du fournisseur de données",
    detail: "Le certificat SSL du fournisseur de données est invalide ou expiré.",
  },
  "011": {
    status: 502,
    title: "Erreur temporaire du fournisseur de données",
    detail: "Merci de réessayer dans quelques instants",
  },
  "020": {
    status: 503,
    title: "Maintenance du fournisseur de données",
    detail: "Le fournisseur de données est en maintenance de 23:00 à 23:45",
  },
  "999": {
    status: 502,
    title: "Erreur inconnue du fournisseur de données",
    detail:
      "La réponse retournée par le fournisseur de données est invalide et inconnue de notre service. L'équipe technique a été notifiée de cette erreur pour investigation.",
  },
} as const;

export type FailureSubcode = keyof typeof PROVIDER_FAILURES;

/** A provider's failure as the platform passes it on. */
export function providerFailure(
  provider: Provider,
  subcode: FailureSubcode,
  meta: Readonly<Record<string, unknown>> = {},
): Answer {
  const { status, ...text } = PROVIDER_FAILURES[subcode];
  return providerError(status, provider, subcode, text, meta);
}
