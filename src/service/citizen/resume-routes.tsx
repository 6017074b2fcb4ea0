import type { Request } from "express";
import type { Limit } from "../limit.ts";
import { paths } from "./draft-visit.ts";
import { CodePage, ResumePage } from "./pages/resume.tsx";
import { codeOf, ownerOfCode, readResumeCode, rememberCode } from "./resume-code.ts";
import type { Visit } from "./visit.ts";
import { onward, withDraft } from "./with-draft.tsx";

declare module "express-session" {
  interface SessionData {
    /** How many answers of the step that was put off are missing or not valid yet. */
    leftToDo?: number;
  }
}

/** Nobody types more codes than this by hand. */
export const RESUMING: Limit = {
  perMinute: 10,
  code: "too_many_codes",
  citizenTitle: "Trop d’essais",
  citizenMessage: "Beaucoup de codes viennent de votre adresse. Patientez une minute, puis réessayez.",
};

/** What was left to do when the citizen put the form off, said once. */
export function takeLeftToDo({ req }: Visit): number | undefined {
  const { leftToDo } = req.session;
  delete req.session.leftToDo;
  return leftToDo;
}

/** « Votre code de reprise »: for a demand filled without FranceConnect. */
export const showCode = withDraft((visit) => {
  const { req, procedure, draft, frame } = visit;
  const code = codeOf(req, draft.owner);
  if (code === undefined) return visit.redirect(onward(visit));
  const left = takeLeftToDo(visit);
  visit.show(
    <CodePage
      frame={frame}
      title={procedure.title}
      code={code}
      expiresAt={draft.expiresAt}
      next={onward(visit)}
      {...(left !== undefined && { left })}
    />,
  );
});

export function showResume(visit: Visit): void {
  visit.show(<ResumePage frame={visit.frame} token={visit.token()} />);
}

/** Opens the demand that the code is of; an unknown code says nothing of why it is unknown. */
export async function resume(visit: Visit): Promise<void> {
  const { house, req, collectivite, frame } = visit;
  const code = readResumeCode(req.body?.code);
  const place = { collectivite: collectivite.id, owners: code === undefined ? [] : [ownerOfCode(code)] };
  const [[draft], [dossier]] =
    code === undefined
      ? [[], []]
      : await Promise.all([house.dossiers.drafts.list(place), house.dossiers.listForCitizen(place)]);
  if (code === undefined || (draft === undefined && dossier === undefined)) {
    const typed = typeof req.body?.code === "string" ? req.body.code.slice(0, 60) : "";
    visit.show(<ResumePage frame={frame} token={visit.token()} typed={typed} />, 422);
    return;
  }
  await renewSession(req);
  rememberCode(req, code);
  visit.redirect(draft ? paths(draft.procedure).form : `/mes-dossiers/${dossier?.id}`);
}

/**
 * A session that was planted in this browser must not see what the code opens. Whoever is logged in got a new one then.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#renew-the-session-id-after-any-privilege-level-change
 */
async function renewSession(req: Request): Promise<void> {
  if (req.citizen) return;
  const { codes, sent, parked } = req.session;
  await new Promise<void>((resolve, reject) =>
    req.session.regenerate((error?: unknown) => (error ? reject(error) : resolve())),
  );
  Object.assign(req.session, { ...(codes && { codes }), ...(sent && { sent }), ...(parked && { parked }) });
}
