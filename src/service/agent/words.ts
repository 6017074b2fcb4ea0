import type { DossierEvent, DossierEventType, DossierState, JournalAction } from "../../dossiers/index.ts";

/** How loud a mark is: only what waits for an agent speaks up. */
export type Tone = "new" | "open" | "waiting" | "positive" | "negative" | "done";

/** A state as an agent says it. */
export const STATES: Readonly<Record<DossierState, { readonly label: string; readonly tone: Tone }>> = {
  sent: { label: "Nouveau", tone: "new" },
  in_review: { label: "En instruction", tone: "open" },
  correction_requested: { label: "Correction demandée", tone: "waiting" },
  accepted: { label: "Accepté", tone: "positive" },
  refused: { label: "Refusé", tone: "negative" },
  closed: { label: "Classé sans suite", tone: "done" },
};

/** What happened, in the words of the history. */
export const EVENTS: Readonly<Record<DossierEventType, string>> = {
  sent: "Demande envoyée",
  taken: "Dossier pris en charge",
  correction_requested: "Correction demandée à l’usager",
  corrected: "Réponses corrigées par l’usager",
  accepted: "Demande acceptée",
  refused: "Demande refusée",
  closed: "Dossier classé sans suite",
  withdrawn: "Demande retirée par l’usager",
  reopened: "Dossier rouvert",
  refreshed: "Source interrogée de nouveau",
};

/** The same, where it makes a difference who did it. */
export function eventWords({ type, actor }: Pick<DossierEvent, "type" | "actor">): string {
  return type === "corrected" && actor === "agent" ? "Réponses corrigées au guichet" : EVENTS[type];
}

/** What was done with somebody's data, in the words of the journal. */
export const ACTIONS: Readonly<Record<JournalAction, string>> = {
  sent: "Envoi",
  viewed: "Consultation",
  downloaded: "Téléchargement",
  listed: "Liste",
  decided: "Décision",
  corrected: "Correction",
  withdrawn: "Retrait",
  fetched: "Lecture d’une source",
  refreshed: "Actualisation d’une source",
  exported: "Export",
  printed: "Impression",
  entered: "Saisie au guichet",
  removed: "Suppression",
  expired: "Fin de conservation",
};

/** Who acted, where a name is not known. */
export const ACTORS = { agent: "Un agent", citizen: "L’usager", system: "Le service" } as const;

/** Why data is looked at: written into the journal with every look, never typed freely, so nothing personal enters it. */
export const PURPOSES = {
  list: "Choisir un dossier à instruire",
  review: "Instruire la demande",
  decide: "Décider de la demande",
  journal: "Contrôler les accès",
  opinions: "Lire les avis des usagers",
} as const;

/** « 1 dossier », « 12 dossiers ». */
export function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString("fr-FR")} ${number > 1 ? many : one}`;
}
