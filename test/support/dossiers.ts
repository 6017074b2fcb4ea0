import { createCollectivites } from "../../src/collectivites/index.ts";
import { createDossiers, type Dossiers, type Owner } from "../../src/dossiers/index.ts";
import type {
  DocumentReference,
  FieldValue,
  FilledField,
  FilledForm,
  FormState,
} from "../../src/procedures/index.ts";
import { createVault, type Store, type Vault } from "../../src/storage/index.ts";
import { newKey } from "./new-key.ts";

export const ANGELA: Owner = {
  platform: "franceconnect",
  sub: "b6048e95bb134ec5b1d1e1fa69f287172e91722b9354d637a1bcf2ebb0fd2ef5v1",
};
export const ANGELA_PLUS: Owner = { platform: "franceconnect-plus", sub: "angela-at-franceconnect-plus" };
export const MALLORY: Owner = { platform: "franceconnect", sub: "mallory" };
export const AGENT = { sub: "agent-1", name: "Camille Agent" };
export const OTHER_AGENT = { sub: "agent-2", name: "Dominique Agent" };

/** The rooms over one store, with two collectivités and a clock that the test moves. */
export interface Scene {
  readonly store: Store;
  readonly dossiers: Dossiers;
  readonly vault: Vault;
  /** Ids. */
  readonly here: string;
  readonly elsewhere: string;
  /** Moves the clock; milliseconds, or a new date. */
  later(by: number | string): void;
}

export async function scene(
  store: Store,
  options: { vault?: Vault; random?: (bound: number) => number } = {},
): Promise<Scene> {
  let clock = Date.parse("2026-11-22T10:00:00.000Z");
  const now = () => new Date(clock);
  const vault = options.vault ?? createVault({ key: newKey() });
  const collectivites = createCollectivites({ store, vault, now });
  const here = await collectivites.save({ siret: "21330063500017", name: "Val-de-Sorgue" });
  const elsewhere = await collectivites.save({ siret: "21750001600019", name: "Paris" });
  const { random } = options;
  return {
    store,
    vault,
    dossiers: createDossiers({ store, vault, now, ...(random && { random }) }),
    here: here.id,
    elsewhere: elsewhere.id,
    later: (by) => {
      clock = typeof by === "number" ? clock + by : Date.parse(by);
    },
  };
}

export function stateOf(
  answers: Record<string, FieldValue> = {},
  procedure = "restauration-scolaire",
): FormState {
  return { procedure, version: "1", sources: {}, answers, corrections: {}, contested: {}, completed: [] };
}

/** A form with one received and one typed field. */
export function formOf(
  values: { telephone?: string; quotient?: number } = {},
  procedure = "restauration-scolaire",
): FilledForm {
  const caf = {
    source: "api-particulier",
    provider: "CNAF",
    route: "quotient-familial",
    period: "2026-11",
    fetchedAt: "2026-11-22T09:59:00.000Z",
    requestId: "req-1",
  } as const;
  const quotient = values.quotient ?? 1045;
  const telephone = values.telephone ?? "06 12 34 56 78";
  const fields: FilledField[] = [
    {
      name: "quotient",
      label: "Quotient familial",
      policy: "fixed",
      received: { value: quotient, display: [String(quotient)], provenance: caf },
      value: quotient,
      display: [String(quotient)],
      provenance: caf,
    },
    {
      name: "telephone",
      label: "Téléphone",
      policy: "typed",
      value: telephone,
      display: [telephone],
      provenance: { source: "citizen" },
    },
  ];
  return { procedure, version: "1", fields, sources: {} };
}

/** The same form with these files in one more field. */
export function formWithFiles(
  files: readonly DocumentReference[],
  procedure = "restauration-scolaire",
  field = "attestation",
): FilledForm {
  const form = formOf({}, procedure);
  const document: FilledField = {
    name: field,
    label: "Attestation",
    policy: "typed",
    value: files.map(({ id, name, type, size }): FieldValue => ({ id, name, type, size })),
    display: files.map(({ name }) => name),
    provenance: { source: "citizen" },
  };
  return { ...form, fields: [...form.fields, document] };
}

/** Opens a draft and sends it. */
export async function sendOne(
  { dossiers, here }: Scene,
  request: {
    owner?: Owner;
    collectivite?: string;
    procedure?: string;
    form?: FilledForm;
    retentionMonths?: number;
  } = {},
) {
  const { owner = ANGELA, collectivite = here, procedure = "restauration-scolaire" } = request;
  const draft = await dossiers.drafts.open({
    collectivite,
    procedure,
    owner,
    initial: stateOf({}, procedure),
  });
  return dossiers.send({
    collectivite,
    owners: [owner],
    id: draft.id,
    form: request.form ?? formOf({}, procedure),
    applicant: "Angela DUBOIS",
    retentionMonths: request.retentionMonths ?? 12,
  });
}
