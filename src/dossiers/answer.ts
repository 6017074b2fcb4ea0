import type { FilledField, FilledForm } from "../procedures/index.ts";
import { advance } from "./advance.ts";
import { expectRow, reopened } from "./decide.ts";
import { namedIn } from "./documents/read.ts";
import { dropUnnamed, expectDocuments } from "./documents/settle.ts";
import type { Dossier } from "./dossier.ts";
import type { Dossiers } from "./dossiers-type.ts";
import { DossierError } from "./error.ts";
import { findForCitizen } from "./find-dossier.ts";
import type { Tools } from "./tools.ts";

export async function correct(tools: Tools, request: Parameters<Dossiers["correct"]>[0]): Promise<Dossier> {
  const { collectivite, id, form, expectedRevision, agent } = request;
  const dossier = await theirs(tools, request);
  const row = await expectRow(tools, collectivite, id, expectedRevision);
  const changed = changedFields(dossier.form, form);
  const asked = dossier.history.findLast(({ type }) => type === "correction_requested")?.fields ?? [];
  const stray = changed.find(({ name }) => !asked.includes(name));
  if (stray)
    throw new DossierError("field_not_requested", `${stray.name} was changed, ${asked.join(", ")} asked for`);
  await expectDocuments(tools.store.db, row, form);
  await advance(tools, row, {
    type: "corrected",
    action: "corrected",
    actor: agent ? { kind: "agent", ...agent } : { kind: "citizen", owner: dossier.owner },
    fields: changed.map(({ name }) => name),
    replaced: dossier.form.fields.filter(({ name }) => changed.some((field) => field.name === name)),
    content: { owner: dossier.owner, form },
  });
  const corrected = await reopened(tools, collectivite, id);
  await dropUnnamed(tools.store.db, row, namedIn(corrected));
  return corrected;
}

export async function withdraw(tools: Tools, request: Parameters<Dossiers["withdraw"]>[0]): Promise<Dossier> {
  const { collectivite, id, reason } = request;
  const dossier = await theirs(tools, request);
  const row = await expectRow(tools, collectivite, id, dossier.revision);
  await advance(tools, row, {
    type: "withdrawn",
    action: "withdrawn",
    actor: { kind: "citizen", owner: dossier.owner },
    ...(reason !== undefined && { reason }),
  });
  return reopened(tools, collectivite, id);
}

async function theirs(tools: Tools, request: Parameters<Dossiers["findForCitizen"]>[0]): Promise<Dossier> {
  const dossier = await findForCitizen(tools, request);
  if (!dossier) throw new DossierError("dossier_not_found", "no dossier of theirs has this id");
  return dossier;
}

/** The fields whose value, or what was received for it, is no longer the same. */
function changedFields(before: FilledForm, after: FilledForm): FilledField[] {
  if (before.procedure !== after.procedure || before.version !== after.version) {
    throw new DossierError("form_mismatch", "a correction is made on the form that was sent");
  }
  const names = new Set([...before.fields, ...after.fields].map(({ name }) => name));
  return [...names].flatMap((name) => {
    const [old, next] = [before, after].map(({ fields }) => fields.find((field) => field.name === name));
    if (JSON.stringify([old?.value, old?.received]) === JSON.stringify([next?.value, next?.received]))
      return [];
    return [next ?? (old as FilledField)];
  });
}
