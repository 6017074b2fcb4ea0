import type { Dossier } from "../../dossiers/index.ts";
import {
  type DocumentReference,
  documentsOf,
  type Field,
  type FilledField,
  type FilledForm,
  type Procedure,
  plannedFields,
  planOf,
} from "../../procedures/index.ts";
import { type Origin, originOf } from "./origin.ts";

/**
 * How much an agent still has to look at a value.
 *
 * - `certified`: the State said it, and nobody disagrees: no document to ask for;
 * - `received`: the State said it, the citizen could have changed it and did not;
 * - `checked`: an agent read it on an identity document, at the counter;
 * - `declared`: only the citizen knows it;
 * - `corrected`: the citizen declared something else than was received;
 * - `contested`: the citizen says that a certified value is wrong;
 * - `replacing`: the citizen gave it because a source stayed silent;
 * - `empty`: an optional answer that was not given.
 */
export type RowState =
  | "certified"
  | "received"
  | "checked"
  | "declared"
  | "corrected"
  | "contested"
  | "replacing"
  | "empty";

/** What waits for the agent's eyes. */
export const TO_CHECK: ReadonlySet<RowState> = new Set(["corrected", "contested", "replacing"]);

export interface MirrorRow {
  readonly name: string;
  readonly label: string;
  /** Id of the row on the page. */
  readonly anchor: string;
  readonly state: RowState;
  readonly value: readonly string[];
  readonly origin: Origin;
  /** What the State had said, where the citizen declared something else. */
  readonly received?: { readonly value: readonly string[]; readonly origin: Origin };
  /** The citizen's words: why they corrected or contest. */
  readonly reason?: string;
  readonly at?: string;
  /** The source that this answer stands in for. */
  readonly replaces?: string;
  /** The files that were joined instead of a source. */
  readonly files: readonly DocumentReference[];
  /** What the source said when an agent asked it again. */
  readonly again?: ReadAgain;
}

/** A value, the second time. */
export interface ReadAgain {
  readonly at: string;
  readonly same: boolean;
  /** Empty where the source has nothing for this field now. */
  readonly value: readonly string[];
  readonly origin?: Origin;
  /** « −233 », between two figures. */
  readonly difference?: string;
}

export interface MirrorSection {
  readonly title: string;
  readonly rows: readonly MirrorRow[];
}

/** The form as the agent sees it: the citizen's own order and labels, and what there is to look at. */
export interface Mirror {
  readonly sections: readonly MirrorSection[];
  readonly toCheck: readonly MirrorRow[];
  /** Labels of what needs no document, by who certified it. */
  readonly certified: readonly { readonly from: string; readonly labels: readonly string[] }[];
}

/**
 * Turns a dossier's form into its mirror.
 *
 * @param procedure the procedure as it is declared today; the labels stay those that the citizen saw
 */
export function mirrorOf(dossier: Pick<Dossier, "form">, procedure: Procedure | undefined): Mirror {
  const { form } = dossier;
  const planned = procedure ? plannedFields(procedure, form) : [];
  const fieldOf = (filled: FilledField) => planned.find(({ name }) => name === filled.name);
  const rows = new Map(form.fields.map((filled) => [filled.name, rowOf(filled, fieldOf(filled))]));
  const all = [...rows.values()];
  return {
    sections: sectionsOf(form, procedure, rows),
    toCheck: all.filter(({ state }) => TO_CHECK.has(state)),
    certified: byOrigin(all.filter(({ state }) => state === "certified")),
  };
}

function rowOf(filled: FilledField, field: Field | undefined): MirrorRow {
  const { received, correction, contested } = filled;
  const state = stateOf(filled, field);
  const remark = contested ?? correction;
  return {
    name: filled.name,
    label: filled.label,
    anchor: `champ-${filled.name}`,
    state,
    value: filled.display,
    files: documentsOf(filled.value),
    origin: originOf(filled.provenance),
    ...(state === "corrected" &&
      received && { received: { value: received.display, origin: originOf(received.provenance) } }),
    ...(remark?.reason !== undefined && { reason: remark.reason }),
    ...(remark !== undefined && { at: remark.at }),
    ...(field?.replaces !== undefined && { replaces: field.replaces }),
  };
}

function stateOf(filled: FilledField, field: Field | undefined): RowState {
  if (filled.contested) return "contested";
  if (filled.correction) return "corrected";
  if (filled.display.length === 0) return "empty";
  if (filled.received?.provenance.source === "agent") return "checked";
  if (!originOf(filled.provenance).official) return standsIn(field) ? "replacing" : "declared";
  return filled.policy === "correctable" ? "received" : "certified";
}

/** The State should have said it: a document asked instead, or a fixed value that the citizen had to type. */
function standsIn(field: Field | undefined): boolean {
  return field?.replaces !== undefined || (field?.policy === "fixed" && field.from !== undefined);
}

function sectionsOf(
  form: FilledForm,
  procedure: Procedure | undefined,
  rows: ReadonlyMap<string, MirrorRow>,
): readonly MirrorSection[] {
  const placed = new Set<string>();
  const steps = (procedure ? planOf(procedure, form) : []).map(({ title, fields }) => ({
    title,
    rows: fields.flatMap(({ name }) => {
      const row = rows.get(name);
      placed.add(name);
      return row ? [row] : [];
    }),
  }));
  const others = form.fields.flatMap(({ name }) => (placed.has(name) ? [] : [rows.get(name) as MirrorRow]));
  const rest = { title: steps.length > 0 ? "Autres informations" : "Formulaire", rows: others };
  return [...steps, rest].filter(({ rows: present }) => present.length > 0);
}

function byOrigin(rows: readonly MirrorRow[]): Mirror["certified"] {
  const groups = new Map<string, string[]>();
  for (const { origin, label } of rows) groups.set(origin.from, [...(groups.get(origin.from) ?? []), label]);
  return [...groups].map(([from, labels]) => ({ from, labels }));
}
