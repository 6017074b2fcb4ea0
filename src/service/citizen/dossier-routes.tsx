import { type Dossier, readsOf } from "../../dossiers/index.ts";
import { noticeOf } from "../../procedures/index.ts";
import { requestIn } from "./dossier-now.ts";
import { feedbackWay } from "./opinion-routes.tsx";
import { ConfirmationPage } from "./pages/confirmation.tsx";
import { DataPage } from "./pages/data.tsx";
import { DossierPage } from "./pages/dossier.tsx";
import { DossiersPage } from "./pages/dossiers.tsx";
import { codeOf } from "./resume-code.ts";
import { takeLeftToDo } from "./resume-routes.tsx";
import type { Visit } from "./visit.ts";

/** A page for those who have proven something; a passer-by is sent to the login page. */
export function forOwners(handler: (visit: Visit) => Promise<void>): (visit: Visit) => Promise<void> {
  return async (visit) => (visit.owners.length > 0 ? handler(visit) : visit.redirect("/connexion"));
}

export const listDossiers = forOwners(async (visit) => {
  const { house, collectivite, owners, frame } = visit;
  const place = { collectivite: collectivite.id, owners };
  const [drafts, dossiers] = await Promise.all([
    house.dossiers.drafts.list(place),
    house.dossiers.listForCitizen(place),
  ]);
  const titles = new Map(house.procedures.map(({ slug, title }) => [slug, title]));
  const left = takeLeftToDo(visit);
  visit.show(
    <DossiersPage
      frame={frame}
      titles={titles}
      drafts={drafts}
      dossiers={dossiers}
      {...(left !== undefined && { left })}
    />,
  );
});

/** Nobody learns whether a dossier exists that is not theirs: the page is not found. */
export function withDossier(handler: (visit: Visit, dossier: Dossier) => Promise<void> | void) {
  return async (visit: Visit, notFound: () => void): Promise<void> => {
    const { house, collectivite, owners, req } = visit;
    const id = String(req.params.id);
    const dossier =
      owners.length > 0
        ? await house.dossiers.findForCitizen({ collectivite: collectivite.id, owners, id })
        : undefined;
    if (dossier) return handler(visit, dossier);
    if (owners.length === 0) return visit.redirect("/connexion");
    notFound();
  };
}

export const showDossier = withDossier(async (visit, dossier) => {
  const { house, collectivite, frame } = visit;
  const [accesses, feedback] = await Promise.all([
    house.dossiers.journal.accessesTo({ collectivite: collectivite.id, dossier: dossier.id }),
    feedbackWay(visit, dossier),
  ]);
  const request = requestIn(dossier);
  const procedure = house.procedures.find(({ slug }) => slug === dossier.procedure);
  visit.show(
    <DossierPage
      frame={frame}
      title={titleOf(visit, dossier)}
      dossier={dossier}
      reads={readsOf(dossier.form)}
      accesses={accesses}
      kinds={Object.fromEntries(procedure?.fields.map(({ name, kind }) => [name, kind]) ?? [])}
      {...(request && { request })}
      {...(feedback && "href" in feedback && { feedback })}
    />,
  );
});

export const showConfirmation = withDossier(async (visit, dossier) => {
  const feedback = await feedbackWay(visit, dossier);
  const procedure = visit.house.procedures.find(({ slug }) => slug === dossier.procedure);
  const code = codeOf(visit.req, dossier.owner);
  visit.show(
    <ConfirmationPage
      frame={visit.frame}
      title={titleOf(visit, dossier)}
      id={dossier.id}
      number={dossier.number}
      sentAt={dossier.sentAt}
      delay={procedure?.delay ?? "réponse dès que possible"}
      reads={readsOf(dossier.form)}
      retentionMonths={dossier.retentionMonths}
      withoutLogin={dossier.owner.platform === "session"}
      {...(code && { resumeCode: code })}
      form={dossier.form}
      {...(feedback && { feedback })}
    />,
  );
});

export function titleOf({ house }: Visit, { procedure }: Dossier): string {
  return house.procedures.find(({ slug }) => slug === procedure)?.title ?? procedure;
}

export const showData = forOwners(async (visit) => {
  const { house, collectivite, owners, frame, req } = visit;
  const summaries = await house.dossiers.drafts.list({ collectivite: collectivite.id, owners });
  const drafts = await Promise.all(
    summaries.map(async ({ id, procedure: slug, expiresAt }) => {
      const procedure = house.procedures.find((one) => one.slug === slug);
      const draft = await house.dossiers.drafts.find({ collectivite: collectivite.id, owners, id });
      if (!procedure || !draft) return [];
      const notice = noticeOf(procedure, collectivite);
      const documents = await house.dossiers.documents.list({ collectivite: collectivite.id, owners, id });
      return [{ id, title: procedure.title, expiresAt, notice, sources: draft.state.sources, documents }];
    }),
  );
  visit.show(
    <DataPage
      frame={frame}
      drafts={drafts.flat()}
      token={visit.token()}
      {...(req.citizen && { citizen: req.citizen })}
    />,
  );
});

export const removeDraft = forOwners(async (visit) => {
  const { house, collectivite, owners, req } = visit;
  const id = typeof req.body?.draft === "string" ? req.body.draft : "";
  await house.dossiers.drafts.remove({ collectivite: collectivite.id, owners, id });
  visit.redirect("/mes-donnees");
});
