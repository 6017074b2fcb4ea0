/**
 * - `draft_not_found`: gone, or not this citizen's;
 * - `draft_changed`: another tab saved in between;
 * - `draft_exists`: the citizen already has a draft for this procedure;
 * - `dossier_not_found`: unknown, or not theirs;
 * - `dossier_changed`: somebody else decided or corrected in between;
 * - `transition_not_allowed`: not from this state;
 * - `reason_missing`: the decision needs a reason;
 * - `form_mismatch`: the form is not this draft's;
 * - `field_not_requested`: a correction touches a field the agent did not ask for;
 * - `document_unknown`: the form names a file that was not joined to it;
 * - `values_too_large`: too much to park.
 */
export type DossierErrorCode = keyof typeof KINDS;

const KINDS = {
  draft_not_found: {
    status: 404,
    citizenMessage:
      "Ce brouillon n’existe plus ou a déjà été envoyé. Retrouvez vos demandes dans «\u00a0Mes dossiers\u00a0».",
  },
  draft_changed: {
    status: 409,
    citizenMessage:
      "Ce brouillon a été modifié dans un autre onglet. Vérifiez les réponses affichées, puis continuez.",
  },
  draft_exists: {
    status: 409,
    citizenMessage:
      "Vous avez déjà un brouillon pour cette démarche. Reprenez-le depuis «\u00a0Mes dossiers\u00a0».",
  },
  dossier_not_found: {
    status: 404,
    citizenMessage: "Ce dossier est introuvable. Retrouvez vos demandes dans «\u00a0Mes dossiers\u00a0».",
  },
  dossier_changed: {
    status: 409,
    citizenMessage: "Ce dossier a été modifié entre-temps. Relisez-le avant de continuer.",
  },
  transition_not_allowed: {
    status: 409,
    citizenMessage: "Cette action n’est plus possible dans l’état actuel du dossier.",
  },
  reason_missing: {
    status: 422,
    citizenMessage: "Indiquez le motif de cette décision\u00a0: il sera communiqué à l’usager.",
  },
  form_mismatch: {
    status: 409,
    citizenMessage:
      "Ce formulaire ne correspond pas à votre brouillon. Rouvrez-le depuis «\u00a0Mes dossiers\u00a0».",
  },
  field_not_requested: {
    status: 422,
    citizenMessage: "Seules les réponses signalées par la mairie peuvent être corrigées.",
  },
  document_unknown: {
    status: 409,
    citizenMessage:
      "Un document de ce formulaire n’est plus disponible. Revenez à l’étape où vous l’aviez joint, retirez-le, puis joignez-le de nouveau.",
  },
  values_too_large: {
    status: 413,
    citizenMessage:
      "Votre saisie est trop volumineuse pour être conservée. Connectez-vous, puis recommencez.",
  },
} as const;

/** What this room refuses, and why. */
export class DossierError extends Error {
  override readonly name = "DossierError";
  readonly code: DossierErrorCode;
  /** HTTP status. */
  readonly status: 404 | 409 | 413 | 422;
  readonly citizenMessage: string;
  readonly operatorHint: string;

  constructor(code: DossierErrorCode, operatorHint: string) {
    super(`${code}: ${operatorHint}`);
    this.code = code;
    this.status = KINDS[code].status;
    this.citizenMessage = KINDS[code].citizenMessage;
    this.operatorHint = operatorHint;
  }
}
