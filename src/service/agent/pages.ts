import { Router } from "express";
import { csrfProtection, type ProviderStatus } from "../../federation/index.ts";
import { send, showCheck } from "./counter/check-route.tsx";
import { correct, showCorrection } from "./counter/correction-route.tsx";
import { begin, changeIdentity, showBeginning, showIdentity } from "./counter/identity-route.tsx";
import { abandon, showCounter } from "./counter/list-route.tsx";
import { showReceipt } from "./counter/receipt-route.tsx";
import { readSources, showSources } from "./counter/source-route.tsx";
import { saveStep, showStep } from "./counter/step-route.tsx";
import { decide, showDecision } from "./decision-route.tsx";
import { downloadDocument } from "./document-route.ts";
import { createDoor } from "./door.tsx";
import { showDossier } from "./dossier-route.tsx";
import { sendExport, showExport } from "./export-route.tsx";
import type { AgentHouse } from "./house.ts";
import { showInbox } from "./inbox-route.tsx";
import { showJournal } from "./journal-route.tsx";
import { sendPaper, showPapers } from "./papers-route.tsx";
import { showQuality } from "./quality/quality-route.tsx";
import { refresh, showRefresh } from "./refresh/route.tsx";
import { everyoneInstructs, type RoleOf } from "./role.ts";
import { recordStep, showRollout } from "./rollout-route.tsx";
import { showSteering } from "./rollout-steering-route.tsx";
import { showStatistics } from "./statistics-route.tsx";
import { createVisits, type Handler } from "./visit.ts";

export interface AgentPagesOptions {
  /** Gives each agent their role; without it, every agent of the collectivité instructs. */
  readonly roleOf?: RoleOf;
}

/** A router that also tells how ProConnect is. */
export type AgentPages = Router & {
  /** Empty where ProConnect is not configured. */
  status(): readonly ProviderStatus[];
  /** Ends background refreshes. */
  close(): void;
};

type Method = "get" | "post";

const PAGES: readonly {
  readonly path: string;
  readonly methods: Readonly<Partial<Record<Method, Handler>>>;
}[] = [
  { path: "/", methods: { get: showInbox } },
  { path: "/dossiers/:id", methods: { get: showDossier } },
  { path: "/dossiers/:id/documents/:document", methods: { get: downloadDocument } },
  { path: "/dossiers/:id/decision/:verb", methods: { get: showDecision, post: decide } },
  { path: "/dossiers/:id/actualisation/:source", methods: { get: showRefresh, post: refresh } },
  { path: "/dossiers/:id/correction", methods: { get: showCorrection, post: correct } },
  { path: "/dossiers/:id/recepisse", methods: { get: showReceipt } },
  { path: "/guichet", methods: { get: showCounter } },
  { path: "/guichet/nouvelle/:slug", methods: { get: showBeginning, post: begin } },
  { path: "/guichet/:id/identite", methods: { get: showIdentity, post: changeIdentity } },
  { path: "/guichet/:id/donnees", methods: { get: showSources, post: readSources } },
  { path: "/guichet/:id/etape/:step", methods: { get: showStep, post: saveStep } },
  { path: "/guichet/:id/verification", methods: { get: showCheck, post: send } },
  { path: "/guichet/:id/abandon", methods: { post: abandon } },
  { path: "/demarches", methods: { get: showPapers } },
  { path: "/demarches/:slug/documents/:document", methods: { get: sendPaper } },
  { path: "/export", methods: { get: showExport, post: sendExport } },
  { path: "/journal", methods: { get: showJournal } },
  { path: "/deploiement", methods: { get: showRollout, post: recordStep } },
  { path: "/deploiement/pilotage", methods: { get: showSteering } },
  { path: "/statistiques", methods: { get: showStatistics } },
  { path: "/qualite", methods: { get: showQuality } },
];

const METHOD_NOT_ALLOWED = Object.assign(new Error("method not allowed"), {
  code: "method_not_allowed",
  status: 405,
  citizenTitle: "Cette page ne se demande pas ainsi",
  citizenMessage: "Revenez à la liste des dossiers, puis suivez les liens ou les boutons.",
});

/**
 * The agents' side of the portal: mount it on `/agent`, behind a session of its own and the body parser.
 *
 * @example
 * app.use("/agent", sessions.agent, express.urlencoded({ extended: false }), agentPages(house));
 */
export function agentPages(
  house: AgentHouse,
  { roleOf = everyoneInstructs }: AgentPagesOptions = {},
): AgentPages {
  const visits = createVisits();
  const { handlers, errors, proConnect } = createDoor(house, roleOf, visits);
  const router = Router();
  router.use(...handlers, csrfProtection);
  for (const { path, methods } of PAGES) {
    const route = router.route(path);
    if (methods.get) route.get(visits.page(methods.get));
    if (methods.post) route.post(visits.page(methods.post));
    route.all((_req, res, next) => {
      res.set("Allow", Object.keys(methods).join(", ").toUpperCase());
      next(METHOD_NOT_ALLOWED);
    });
  }
  router.use(errors.notFound, errors.problem);
  return Object.assign(router, {
    status: () => proConnect?.status() ?? [],
    close: () => proConnect?.close(),
  });
}
