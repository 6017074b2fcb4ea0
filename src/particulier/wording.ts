import type { NoData } from "./answer.ts";
import type { Route } from "./route.ts";

interface Circumstances {
  readonly code?: string | undefined;
  readonly retryAfter?: number | undefined;
}

const BY_HAND = "Vous pouvez remplir le formulaire vous-même et joindre un justificatif.";
const SOON_SECONDS = 90;

/** No answer is never « vous n’avez pas droit »: a silent caisse also answers « no dossier ». */
const MESSAGES: Readonly<
  Record<NoData["outcome"], (holder: string, circumstances: Circumstances) => string>
> = {
  not_found: (holder) =>
    `Aucun dossier à votre nom n’a été trouvé auprès ${of(holder)}. Cela ne dit rien de vos droits. ${BY_HAND}`,
  unidentified: (holder) =>
    `${capitalised(holder)} n’a pas pu vous identifier à partir de votre état civil. ${BY_HAND}`,
  refused: (_holder, { code }) =>
    code === "access_token_expired"
      ? `Votre identification FranceConnect date de plus d’une minute. Identifiez-vous de nouveau pour récupérer vos données. ${BY_HAND}`
      : `Vos données ne peuvent pas être récupérées automatiquement pour cette démarche. ${BY_HAND}`,
  invalid: (holder) =>
    `Votre état civil ou votre demande ne permet pas d’interroger ${holder} automatiquement. ${BY_HAND}`,
  unavailable: (holder, { retryAfter }) =>
    `${capitalised(holder)} ne répond pas pour le moment. Réessayez ${later(retryAfter)}. ${BY_HAND}`,
};

/** What the citizen reads when there is no data: always with a way on. */
export function citizenMessage(
  outcome: NoData["outcome"],
  route: Pick<Route, "holder">,
  circumstances: Circumstances = {},
): string {
  return MESSAGES[outcome](route.holder, circumstances);
}

function later(retryAfter: number | undefined): string {
  if (retryAfter === undefined) return "dans quelques minutes";
  if (retryAfter <= SOON_SECONDS) return "dans une minute";
  return `dans ${Math.ceil(retryAfter / 60)}\u00a0minutes`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** « de le CNOUS » is « du CNOUS ». */
function of(holder: string): string {
  return holder.startsWith("le ") ? `du ${holder.slice(3)}` : `de ${holder}`;
}
