import type { Dossier } from "../../dossiers/index.ts";

/** What an agent asks the citizen to correct. */
export interface CorrectionRequest {
  readonly reason: string;
  /** Names of the fields. */
  readonly fields: readonly string[];
  /** The same, as the citizen knows them. */
  readonly labels: readonly string[];
}

/** What has to be corrected now; undefined where nobody waits for it. */
export function requestIn(dossier: Dossier): CorrectionRequest | undefined {
  return dossier.state === "correction_requested" ? lastRequest(dossier) : undefined;
}

/** The last correction that was asked for, answered or not. */
export function lastRequest({ history, form }: Dossier): CorrectionRequest | undefined {
  const event = history.findLast(({ type }) => type === "correction_requested");
  if (event === undefined) return undefined;
  const asked = form.fields.filter(({ name }) => event.fields?.includes(name));
  return {
    reason: event.reason ?? "",
    fields: asked.map(({ name }) => name),
    labels: asked.map(({ label }) => label),
  };
}

/** A decision sets the end of the retention: before it, the demand is still the citizen's to withdraw. */
export const isUndecided = ({ expiresAt }: Pick<Dossier, "expiresAt">): boolean => expiresAt === undefined;

/** Where each page of a dossier is. */
export const dossierPaths = (id: string) => ({
  dossier: `/mes-dossiers/${id}`,
  correction: `/mes-dossiers/${id}/correction`,
  document: (document: string) => `/mes-dossiers/${id}/documents/${document}`,
  withdrawal: `/mes-dossiers/${id}/retrait`,
});
