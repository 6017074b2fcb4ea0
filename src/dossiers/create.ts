import { randomInt } from "node:crypto";
import type { Store, Vault } from "../storage/index.ts";
import { correct, withdraw } from "./answer.ts";
import { createCounterDrafts } from "./counter-drafts.ts";
import { counts } from "./counts.ts";
import { decide } from "./decide.ts";
import { createDocuments } from "./documents/create.ts";
import type { Dossiers } from "./dossiers-type.ts";
import { expire } from "./expire.ts";
import { findForCitizen, forAgent, listForCitizen } from "./find-dossier.ts";
import { findDraft, findDraftByProcedure, listDrafts } from "./find-draft.ts";
import { handDraft, removeDraft } from "./hand-draft.ts";
import { inbox } from "./inbox.ts";
import { openOrBeginDraft } from "./open-draft.ts";
import { createParked } from "./park.ts";
import { createQuality } from "./quality/create.ts";
import { accessesTo, journalPage } from "./read-journal.ts";
import { record } from "./record.ts";
import { createRefreshes } from "./refreshes.ts";
import { changeDraft, saveDraft } from "./save-draft.ts";
import { send } from "./send.ts";
import type { Tools } from "./tools.ts";
import { verifyJournal } from "./verify-journal.ts";

/**
 * The drafts, the dossiers and the journal of accesses, over an open and migrated store.
 *
 * @param options.random an integer from 0 up to, not including, its argument; `node:crypto`'s unless told
 * @example
 * import { createVault, migrate, openDatabase } from "../storage/index.ts";
 * import { createDossiers } from "./index.ts";
 * const store = await openDatabase("file:data/passerelle.db");
 * await migrate(store);
 * const vault = createVault({ key: "ERERERERERERERERERERERERERERERERERERERERERE" });
 * const dossiers = createDossiers({ store, vault, now: () => new Date() });
 * await dossiers.inbox({ collectivite: "…", states: ["sent", "in_review"] });
 */
export function createDossiers(options: {
  readonly store: Store;
  readonly vault: Vault;
  readonly now: () => Date;
  readonly random?: (bound: number) => number;
}): Dossiers {
  const tools: Tools = { random: (bound) => randomInt(bound), ...options };
  return {
    drafts: {
      open: (request) => openOrBeginDraft(tools, request),
      find: (key) => findDraft(tools, key),
      findByProcedure: (request) => findDraftByProcedure(tools, request),
      save: (request) => saveDraft(tools, request),
      change: (request) => changeDraft(tools, request),
      list: (request) => listDrafts(tools, request),
      remove: (key) => removeDraft(tools, key),
      hand: (request) => handDraft(tools, request),
    },
    counter: createCounterDrafts(tools),
    parked: createParked(tools),
    documents: createDocuments(tools),
    journal: {
      record: (entry) => tools.store.db.transaction().execute((db) => record(tools, db, entry)),
      accessesTo: (request) => accessesTo(tools, request),
      page: (request) => journalPage(tools, request),
      verify: (request) => verifyJournal(tools, request),
    },
    refreshes: createRefreshes(tools),
    quality: createQuality(tools),
    send: (request) => send(tools, request),
    findForCitizen: (key) => findForCitizen(tools, key),
    listForCitizen: (request) => listForCitizen(tools, request),
    correct: (request) => correct(tools, request),
    withdraw: (request) => withdraw(tools, request),
    forAgent: (request) => forAgent(tools, request),
    decide: (request) => decide(tools, request),
    inbox: (request) => inbox(tools, request),
    counts: (request) => counts(tools, request),
    expire: () => expire(tools),
  };
}
