import type { Decision, Dossier, DossierState } from "../../dossiers/index.ts";

/** One thing that an agent can decide, with its words and its page. */
export interface Verb {
  /** In the address. */
  readonly slug: string;
  readonly type: Decision["type"];
  /** The states from which it is offered. */
  readonly from: readonly DossierState[];
  /** Opens its page, or on the dossier's page does it at once. */
  readonly link: string;
  readonly title: string;
  /** What will happen, for the citizen too. */
  readonly consequence: string;
  readonly reason: "required" | "optional" | "none";
  /** Label of the reason. */
  readonly reasonLabel: string;
  /** What to say when the reason is missing. */
  readonly reasonMissing: string;
  readonly button: string;
  readonly done: string;
}

const OPEN: readonly DossierState[] = ["sent", "in_review"];
/** A citizen who never answers cannot keep a dossier open for ever. */
const UNDECIDED: readonly DossierState[] = [...OPEN, "correction_requested"];

/** Everything an agent can decide: adding one is adding a row. */
export const VERBS: readonly Verb[] = [
  {
    slug: "prise-en-charge",
    type: "taken",
    from: ["sent"],
    link: "Prendre en charge",
    title: "Prendre en charge le dossier",
    consequence: "L’usager verra que sa demande est en cours d’instruction.",
    reason: "none",
    reasonLabel: "",
    reasonMissing: "",
    button: "Prendre en charge",
    done: "Le dossier est en instruction.",
  },
  {
    slug: "acceptation",
    type: "accepted",
    from: OPEN,
    link: "Accepter",
    title: "Accepter la demande",
    consequence: "L’usager verra que sa demande est acceptée, avec votre message s’il y en a un.",
    reason: "optional",
    reasonLabel: "Message à l’usager (optionnel)",
    reasonMissing: "",
    button: "Accepter la demande",
    done: "La demande est acceptée.",
  },
  {
    slug: "correction",
    type: "correction_requested",
    from: OPEN,
    link: "Demander une correction",
    title: "Demander une correction",
    consequence: "L’usager pourra modifier ces réponses, et elles seules. Le dossier attendra son retour.",
    reason: "required",
    reasonLabel: "Ce que l’usager doit corriger, et pourquoi",
    reasonMissing: "Expliquez à l’usager ce qu’il doit corriger, par exemple « Le numéro de rue manque ».",
    button: "Envoyer la demande de correction",
    done: "La correction est demandée à l’usager.",
  },
  {
    slug: "refus",
    type: "refused",
    from: UNDECIDED,
    link: "Refuser",
    title: "Refuser la demande",
    consequence:
      "L’usager lira le motif tel que vous l’écrivez. Un refus doit être motivé (article L211-2 du code des relations entre le public et l’administration).",
    reason: "required",
    reasonLabel: "Motif du refus",
    reasonMissing:
      "Indiquez le motif du refus, par exemple « L’enfant n’est pas scolarisé dans la commune ».",
    button: "Refuser la demande",
    done: "La demande est refusée.",
  },
  {
    slug: "classement",
    type: "closed",
    from: UNDECIDED,
    link: "Classer sans suite",
    title: "Classer sans suite",
    consequence: "Pour une demande en double, sans objet ou abandonnée. L’usager lira le motif.",
    reason: "required",
    reasonLabel: "Motif du classement",
    reasonMissing: "Indiquez pourquoi le dossier est classé, par exemple « Demande déposée deux fois ».",
    button: "Classer sans suite",
    done: "Le dossier est classé sans suite.",
  },
  {
    slug: "reouverture",
    type: "reopened",
    from: ["accepted", "refused", "closed"],
    link: "Rouvrir le dossier",
    title: "Rouvrir le dossier",
    consequence: "Le dossier revient en instruction. L’usager en lira la raison.",
    reason: "required",
    reasonLabel: "Pourquoi rouvrir le dossier",
    reasonMissing: "Indiquez pourquoi le dossier est rouvert, par exemple « Recours accepté ».",
    button: "Rouvrir le dossier",
    done: "Le dossier est de nouveau en instruction.",
  },
];

/** What can be decided now. */
export function verbsFor(dossier: Pick<Dossier, "state">): readonly Verb[] {
  return VERBS.filter(({ from }) => from.includes(dossier.state));
}

/** The fields that the citizen may be asked to correct: what they typed, chose or could have changed. */
export function correctable(
  dossier: Pick<Dossier, "form">,
): readonly { readonly name: string; readonly label: string }[] {
  return dossier.form.fields
    .filter(({ policy }) => policy !== "fixed")
    .map(({ name, label }) => ({ name, label }));
}
