import type { Dossier } from "../../dossiers/index.ts";
import { csrfProtection } from "../../federation/index.ts";
import type { French } from "../language/index.ts";
import { type ProcedureVisit, paths } from "./draft-visit.ts";
import type { FeedbackWay } from "./pages/feedback.tsx";
import { OpinionPage, ThanksPage } from "./pages/opinion.tsx";
import { ProblemPage } from "./pages/problem.tsx";
import { isFromOurPages } from "./parked.ts";
import { type ReadOpinion, readOpinion } from "./read-opinion.ts";
import type { Visit } from "./visit.ts";

/** How an opinion may be given on this dossier; undefined where it was given, or nobody asks any more. */
export async function feedbackWay(
  { house, collectivite }: Visit,
  { id, procedure: slug }: Pick<Dossier, "id" | "procedure">,
): Promise<FeedbackWay | undefined> {
  const procedure = house.procedures.find((one) => one.slug === slug);
  if (!procedure) return undefined;
  if (procedure.satisfaction) return { button: procedure.satisfaction };
  const ticket = await house.dossiers.quality.ticketFor({ collectivite: collectivite.id, dossier: id });
  return ticket === undefined ? undefined : { href: paths(slug).opinion(ticket) };
}

/** `GET …/avis?ticket=…`: the questions, for whoever holds a ticket. The page never learns whose dossier it was. */
export async function showOpinion(visit: ProcedureVisit): Promise<void> {
  const { ticket } = visit.req.query;
  if (typeof ticket !== "string" || !(await isOpen(visit, ticket))) return showSpent(visit);
  render(visit, ticket, { typed: {}, errors: [] });
}

const SESSION_LOST: French =
  "Votre session a expiré : rien n’est encore enregistré. Vérifiez vos réponses, puis envoyez-les de nouveau.";

/** `POST …/avis`: keeps it, once. A form of a lost session is shown again as it was filled. */
export async function giveOpinion(visit: ProcedureVisit): Promise<void> {
  const { house, req, res, collectivite, procedure, frame } = visit;
  const ticket = typeof req.body?.ticket === "string" ? req.body.ticket : "";
  const refusal = await new Promise((resolve) => csrfProtection(req, res, resolve));
  if (refusal && !isFromOurPages(req, house.settings.baseUrl)) throw refusal;
  if (!(await isOpen(visit, ticket))) return showSpent(visit);
  const read = readOpinion(req.body);
  if (refusal) return render(visit, ticket, { ...read, errors: [] }, { message: SESSION_LOST, status: 403 });
  if (!read.opinion) return render(visit, ticket, read, { status: 422 });
  const kept = await house.dossiers.quality.giveOpinion({
    collectivite: collectivite.id,
    procedure: procedure.slug,
    ticket,
    opinion: read.opinion,
  });
  if (!kept) return showSpent(visit);
  visit.show(<ThanksPage frame={frame} title={procedure.title} />);
}

function isOpen({ house, collectivite, procedure }: ProcedureVisit, ticket: string): Promise<boolean> {
  return house.dossiers.quality.isTicketOpen({
    collectivite: collectivite.id,
    procedure: procedure.slug,
    ticket,
  });
}

function render(
  visit: ProcedureVisit,
  ticket: string,
  { typed, errors }: ReadOpinion,
  { message, status = 200 }: { readonly message?: French; readonly status?: number } = {},
): void {
  const { procedure, frame } = visit;
  visit.show(
    <OpinionPage
      frame={frame}
      slug={procedure.slug}
      title={procedure.title}
      ticket={ticket}
      token={visit.token()}
      typed={typed}
      errors={errors}
      {...(message && { message })}
    />,
    status,
  );
}

function showSpent(visit: ProcedureVisit): void {
  visit.show(
    <ProblemPage
      frame={visit.frame}
      title="Il n’y a pas d’avis à donner ici"
      message="Un avis se donne une fois, dans les trois mois qui suivent l’envoi d’une demande : le vôtre est déjà enregistré, ou ce délai est passé."
      ways={[
        { href: "/", label: "Revenir aux démarches" },
        { href: "/qualite", label: "Voir la qualité des démarches" },
      ]}
    />,
    410,
  );
}
