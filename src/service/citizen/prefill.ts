import type { Collectivite } from "../../collectivites/index.ts";
import type { Draft, Owner } from "../../dossiers/index.ts";
import type { Citizen, Login, ScopeContext } from "../../federation/index.ts";
import {
  answersIn,
  type Beneficiary,
  beneficiaryOf,
  emptyState,
  type FormState,
  fetchSources,
  fileFor,
  fill,
  type IdentitySnapshot,
  type Procedure,
  type SourceSnapshot,
  scopesOf,
} from "../../procedures/index.ts";
import type { House } from "../house.ts";
import { whomIn } from "./for-whom.ts";
import { ownersOf } from "./visit.ts";

/** How long the citizen waits for the sources before they see the form; the rest arrives in the draft. */
const PATIENCE = 2_000;
/** What was read long ago is read again when its owner comes back. */
const FRESH = 24 * 60 * 60 * 1000;

/** The procedure that a local address is about. */
export function procedureAt(house: Pick<House, "procedures">, path: string): Procedure | undefined {
  const slug = /^\/demarches\/([^/?#]+)/.exec(path)?.[1];
  return house.procedures.find((procedure) => procedure.slug === slug);
}

/** The scopes that this login needs beyond identity: those of the procedure it leads to, and no other. */
export function scopesForLogin(house: House, { platform, returnTo }: ScopeContext): readonly string[] {
  const procedure = procedureAt(house, returnTo);
  if (!procedure || platform !== "franceconnect" || whomIn(procedure, returnTo) === "other") return [];
  return scopesOf(procedure).franceConnect;
}

/**
 * In the callback, while the token lives: opens the draft of the procedure that the login leads to, and fills it.
 * Nothing is begun, nor read, before it is known for whom.
 */
export async function prefillAtLogin(house: House, login: Login): Promise<void> {
  const procedure = procedureAt(house, login.returnTo);
  const collectivite = await house.collectivites.resolve({ host: login.req.hostname, path: login.returnTo });
  if (!procedure || !collectivite) return;
  const whom = whomIn(procedure, login.returnTo);
  const draft = await draftAtLogin(house, collectivite, procedure, login, whom);
  if (!draft || whom === "other") return;
  await readSources(house, {
    collectivite,
    procedure,
    draft,
    citizen: login.citizen,
    token: {
      accessToken: login.accessToken,
      issuedAt: new Date(login.accessTokenExpiresAt.getTime() - 60_000),
    },
  });
}

async function draftAtLogin(
  house: House,
  collectivite: Collectivite,
  procedure: Procedure,
  { req, citizen }: Login,
  whom: Beneficiary | undefined,
): Promise<Draft | undefined> {
  const to: Owner = { platform: citizen.platform, sub: citizen.sub };
  const { drafts } = house.dossiers;
  const place = { collectivite: collectivite.id, procedure: procedure.slug };
  const owners = ownersOf(req);
  const known = await drafts.findByProcedure({
    ...place,
    owners: owners.filter(({ platform }) => platform !== "session"),
  });
  const byHand = await drafts.findByProcedure({
    ...place,
    owners: owners.filter(({ platform }) => platform === "session"),
  });
  const found = byHand ? await handOver(house, { byHand, known, to }) : known;
  const kept = found && (await identify(house, found, citizen));
  if (kept || whom === undefined) return kept;
  const initial = fileFor(procedure, emptyState(procedure, identityOf(citizen)), whom);
  return drafts.open({ ...place, owner: to, initial });
}

/**
 * What was begun without login becomes the citizen's; beside a draft of theirs, its answers fill the gaps of that one,
 * unless they are about somebody else.
 */
async function handOver(
  { dossiers: { drafts, documents } }: House,
  { byHand, known, to }: { readonly byHand: Draft; readonly known: Draft | undefined; readonly to: Owner },
): Promise<Draft | undefined> {
  const { collectivite, id, owner, state } = byHand;
  if (known && beneficiaryOf(known.state) !== beneficiaryOf(state)) return byHand;
  if (!known) return drafts.hand({ collectivite, id, owners: [owner], to });
  const filled = await drafts.change({
    collectivite,
    id: known.id,
    owners: [known.owner],
    change: (mine) => ({ ...mine, answers: { ...state.answers, ...mine.answers } }),
  });
  if (filled) {
    await documents.move({
      from: { collectivite, id, owners: [owner] },
      to: { collectivite, id: known.id, owners: [known.owner] },
    });
  }
  await drafts.remove({ collectivite, id, owners: [owner], merged: true });
  return filled;
}

/** The draft with the identity of this login: the latest proof counts. */
export async function identify(house: House, draft: Draft, citizen: Citizen): Promise<Draft | undefined> {
  return house.dossiers.drafts.change({
    collectivite: draft.collectivite,
    id: draft.id,
    owners: [draft.owner],
    change: (state) => ({ ...state, identity: identityOf(citizen) }),
  });
}

export function identityOf({ platform, level, authenticatedAt, identity }: Citizen): IdentitySnapshot {
  return { platform, level, authenticatedAt, identity };
}

export interface Reading {
  readonly collectivite: Collectivite;
  readonly procedure: Procedure;
  readonly draft: Draft;
  readonly citizen: Citizen;
  /** Absent after the callback: the habilitation's own token is used then, where there is one. */
  readonly token?: { readonly accessToken: string; readonly issuedAt: Date };
}

/**
 * Reads the sources that the draft still lacks, all at once, and writes what came into the draft. What is late is
 * written when it comes. Each reading is in the journal. Never rejects for a source's sake.
 */
export async function readSources(house: House, reading: Reading): Promise<void> {
  const { collectivite, procedure, draft, citizen, token } = reading;
  const only = missing(procedure, draft.state, house.now());
  const api = only.length > 0 ? await house.api(collectivite) : undefined;
  if (!api) return;
  const since = house.now().toISOString();
  await write(
    house,
    draft,
    Object.fromEntries(only.map((name) => [name, { state: { state: "pending", since } }])),
  );
  const keep = async (name: string, snapshot: SourceSnapshot) => {
    await write(house, draft, { [name]: snapshot });
    await trace(house, reading, name, snapshot);
  };
  const snapshots = await fetchSources(procedure, {
    citizen,
    api,
    deadline: PATIENCE,
    now: house.now,
    recipient: collectivite.siret,
    answers: answersIn(fill(procedure, draft.state)),
    only,
    onSettled: keep,
    logger: house.logger,
    ...token,
  });
  const settled = Object.entries(snapshots).filter(([, { state }]) => state.state !== "pending");
  await write(house, draft, Object.fromEntries(settled));
  for (const [name, snapshot] of settled) await trace(house, reading, name, snapshot);
}

/** Sources never read, read without success, or read too long ago; not those that the citizen does without, and none for somebody else. */
export function missing(procedure: Procedure, state: FormState, now: Date): readonly string[] {
  if (beneficiaryOf(state) === "other") return [];
  return Object.keys(procedure.sources).filter((name) => {
    const known = state.sources[name]?.state;
    if (known?.state === "declined") return false;
    return known?.state !== "received" || now.getTime() - Date.parse(known.at) > FRESH;
  });
}

async function write(
  house: House,
  draft: Draft,
  sources: Readonly<Record<string, SourceSnapshot>>,
): Promise<void> {
  await house.dossiers.drafts.change({
    collectivite: draft.collectivite,
    id: draft.id,
    owners: [draft.owner],
    // A source may answer after the citizen has turned the form to somebody else.
    change: (state) =>
      beneficiaryOf(state) === "other" ? state : { ...state, sources: { ...state.sources, ...sources } },
  });
}

async function trace(house: House, reading: Reading, name: string, { state }: SourceSnapshot): Promise<void> {
  const source = reading.procedure.sources[name];
  if (!source || state.state === "login_needed" || state.state === "answers_needed") return;
  const { draft, collectivite, procedure } = reading;
  await house.dossiers.journal.record({
    collectivite: collectivite.id,
    actor: { kind: "citizen", owner: draft.owner },
    action: "fetched",
    dossier: draft.id,
    procedure: procedure.slug,
    fields: source.keys,
    call: {
      route: source.route,
      outcome: state.state,
      ...("requestId" in state && state.requestId && { requestId: state.requestId }),
    },
  });
}
