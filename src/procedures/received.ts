import type { Field, Procedure } from "./declaration.ts";
import type { FieldValue, Provenance } from "./form.ts";
import { KINDS } from "./kinds/index.ts";
import type { FormState } from "./state.ts";
import { isParts, valueAt } from "./value.ts";

export interface Received {
  readonly value: FieldValue;
  readonly provenance: Provenance;
}

/** What a key is about, where the provider says so: the quotient familial of a month, the resources of a year. */
const PERIODS: Readonly<Record<string, (data: FieldValue) => string | undefined>> = {
  "quotient-familial.quotient_familial": (data) => {
    if (!isParts(data) || typeof data.annee !== "number" || typeof data.mois !== "number") return undefined;
    return `${data.annee}-${String(data.mois).padStart(2, "0")}`;
  },
  "participation-familiale-eaje.parametres_calcul_participation_familiale": (data) => {
    const year = valueAt(data, ["base_ressources_annuelles", "annee_calcul"]);
    return typeof year === "number" ? String(year) : undefined;
  },
};

/** Splits `qf.quotient_familial.valeur` into the name of the source and the path in its data. */
export function splitFrom(from: string): { readonly source: string; readonly path: readonly string[] } {
  const [source = "", ...path] = from.split(".");
  return { source, path };
}

/** Whether the citizen may contest a fixed value here. FranceConnect's identity is corrected at its source only. */
export function isContestable(field: Field): boolean {
  return splitFrom(field.from ?? "").source !== "identity";
}

function fromIdentity(state: FormState, path: readonly string[]): Received | undefined {
  const known = state.identity ?? state.checked;
  const value = known && valueAt({ ...known.identity }, path);
  if (known === undefined || value === undefined) return undefined;
  const provenance: Provenance =
    "platform" in known
      ? { source: known.platform, fetchedAt: known.authenticatedAt }
      : { source: "agent", fetchedAt: known.checkedAt };
  return { value, provenance };
}

function fromSource(
  procedure: Procedure,
  state: FormState,
  source: string,
  path: readonly string[],
): Received | undefined {
  const snapshot = state.sources[source];
  if (snapshot?.state.state !== "received" || snapshot.provenance === undefined) return undefined;
  const value = valueAt(snapshot.data, path);
  if (value === undefined || value === null) return undefined;
  const key = path[0] ?? "";
  const period = PERIODS[`${procedure.sources[source]?.route}.${key}`]?.(snapshot.data?.[key] ?? null);
  return { value, provenance: { ...snapshot.provenance, ...(period === undefined ? {} : { period }) } };
}

/** What the State sent for a field, in the field's own shape; undefined when it sent nothing usable. */
export function receivedFor(procedure: Procedure, state: FormState, field: Field): Received | undefined {
  if (field.from === undefined || (state.beneficiary === "other" && field.filer !== true)) return undefined;
  const { source, path } = splitFrom(field.from);
  const received =
    source === "identity" ? fromIdentity(state, path) : fromSource(procedure, state, source, path);
  if (received === undefined) return undefined;
  const value = KINDS[field.kind].fromSource(received.value);
  return value === undefined ? undefined : { ...received, value };
}
