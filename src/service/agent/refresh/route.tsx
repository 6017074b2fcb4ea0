import { type Dossier, DossierError } from "../../../dossiers/index.ts";
import { longMoment } from "../../dates.ts";
import { openDossier, traceLook } from "../dossier-route.tsx";
import { ProblemPage } from "../problem.tsx";
import type { Visit } from "../visit.ts";
import { PURPOSES } from "../words.ts";
import { type Asked, ask, type Question } from "./ask.ts";
import { askableIn, refusalOf, tooSoon } from "./asked-again.ts";
import { RefreshPage } from "./page.tsx";
import { type RefreshForm, readRefresh } from "./read-refresh.ts";

type Subject = Pick<Question, "dossier" | "procedure" | "askable">;

/** `GET /agent/dossiers/:id/actualisation/:source`: asks why. */
export async function showRefresh(visit: Visit): Promise<void> {
  const subject = await openSubject(visit);
  if (subject) show(visit, subject, { remark: "" }, []);
}

/** `POST /agent/dossiers/:id/actualisation/:source`: asks the source, once, and says what came of it. */
export async function refresh(visit: Visit): Promise<void> {
  const subject = await openSubject(visit);
  if (!subject) return;
  const { form, errors } = readRefresh(visit.req.body);
  if (!form.purpose || errors.length > 0) {
    show(visit, subject, form, errors);
    return;
  }
  const { purpose, remark } = form;
  const asked = await ask(visit, {
    ...subject,
    purpose: purpose.label,
    ...(remark !== "" && { remark }),
  });
  if (asked.outcome !== "kept") {
    say(visit, subject.dossier, wordsOf(subject.askable.from, asked));
    return;
  }
  const { id, revision } = asked.dossier;
  visit.res.redirect(303, `${visit.desk.base}/dossiers/${id}?fait=${revision}#actualisation`);
}

/** The dossier and its source; undefined where it cannot be asked now, which has then been said. */
async function openSubject(visit: Visit): Promise<Subject | undefined> {
  const dossier = await openDossier(visit);
  const procedure = visit.house.procedures.find(({ slug }) => slug === dossier.procedure);
  const source = String(visit.req.params.source);
  if (!procedure || !Object.hasOwn(procedure.sources, source)) {
    throw new DossierError("dossier_not_found", "no such source in this procedure");
  }
  const askable = askableIn(dossier, procedure).find((one) => one.source === source);
  if (!askable) {
    say(visit, dossier, { title: IMPOSSIBLE, message: whyNot(dossier), status: 409 });
    return undefined;
  }
  const refusal = await refusalOf(visit, dossier, askable);
  if (refusal !== undefined) {
    say(visit, dossier, { title: "Pas encore", message: refusal, status: 409 });
    return undefined;
  }
  await traceLook(visit, dossier, PURPOSES.review);
  return { dossier, procedure, askable };
}

function whyNot({ expiresAt, identity }: Dossier): string {
  if (expiresAt !== undefined)
    return "Le dossier est décidé. Pour interroger une source, il faut d’abord le rouvrir ; si l’identité de l’usager n’y est plus, demandez-lui un justificatif.";
  if (identity === undefined)
    return "L’identité de l’usager n’a pas été vérifiée pour ce dossier, ou n’y est plus : aucune donnée de l’État ne peut être demandée. Demandez un justificatif.";
  return "Ces données ne peuvent être lues qu’avec une connexion de l’usager à FranceConnect. Demandez un justificatif.";
}

function show(
  visit: Visit,
  { dossier, askable }: Subject,
  form: RefreshForm,
  errors: Parameters<typeof RefreshPage>[0]["errors"],
): void {
  visit.show(
    <RefreshPage desk={visit.desk} dossier={dossier} askable={askable} form={form} errors={errors} />,
    errors.length > 0 ? 422 : 200,
  );
}

interface Words {
  readonly title: string;
  readonly message: string;
  readonly status: number;
}

const IMPOSSIBLE = "Cette source ne peut pas être interrogée";

function wordsOf(from: string, asked: Exclude<Asked, { outcome: "kept" }>): Words {
  switch (asked.outcome) {
    case "too_soon":
      return { title: "Pas encore", message: tooSoon(from, asked.again), status: 409 };
    case "decided":
      return {
        title: "Le dossier a été décidé entre-temps",
        message:
          "Pendant que la source répondait, le dossier a été décidé ou retiré. La réponse n’a pas été gardée ; l’appel est inscrit au journal.",
        status: 409,
      };
    case "silent":
      return asked.state === "login_needed"
        ? {
            title: IMPOSSIBLE,
            message:
              "L’habilitation de la collectivité ne permet pas cet appel. Adressez-vous à la personne qui administre le portail. Le dossier n’a pas changé.",
            status: 503,
          }
        : {
            title: `Pas de réponse : ${from}`,
            message: `Le service est en panne, en maintenance, ou trop demandé en ce moment. Le dossier n’a pas changé et rien n’est perdu. Vous pourrez réessayer à partir du ${longMoment(asked.again)}, ou décider avec ce qui a été reçu.`,
            status: 503,
          };
  }
}

function say(visit: Visit, { id, number }: Dossier, { status, ...words }: Words): void {
  const back = { href: `${visit.desk.base}/dossiers/${id}`, label: `Revenir au dossier ${number}` };
  visit.show(<ProblemPage desk={visit.desk} {...words} back={back} />, status);
}
