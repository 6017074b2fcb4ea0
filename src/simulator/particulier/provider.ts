import type { Answer } from "./answer.ts";
import type { Call } from "./call.ts";
import { isRecord } from "./citizen-token.ts";
import { platformError, providerError } from "./errors.ts";
import { bodyAsAsked } from "./matching/asked.ts";
import type { CaseFile } from "./matching/case-file.ts";
import { answerToHolder } from "./matching/holder.ts";
import type { Platform } from "./platform.ts";
import { text } from "./query.ts";
import { DSS_ROUTES } from "./routes/dss.ts";

/** CNAF keeps 24 months: the current one and the 23 before it. MSA computes older ones again. */
const MONTHS_KEPT = 24;

/** What the data provider behind the route answers: the case that the call triggers, or what it says of strangers. */
export function askProvider(call: Call, { cases, now }: Platform): Answer {
  const found = cases.find(call);
  if (found) return answerCase(found, call, now());
  const { notEntitled } = call.route;
  if (notEntitled && cases.knows(DSS_ROUTES, call.parameters)) {
    return { status: 200, body: { data: notEntitled, links: {}, meta: {} } };
  }
  const folder404 = cases.notFound(call);
  if (folder404) return { status: folder404.status, body: folder404.body };
  return refuseStranger(call, now());
}

function answerCase(found: CaseFile, call: Call, now: Date): Answer {
  if (found.holderOnly) return answerToHolder(found.status, found.body, call.parameters);
  if (isFromCnaf(found) && isTooOld(call, now)) return platformError(422, "00355");
  return { status: found.status, body: bodyAsAsked(found, call.parameters, now) };
}

function isFromCnaf({ asked, body }: CaseFile): boolean {
  const data = isRecord(body) && isRecord(body.data) ? body.data : {};
  const { quotient_familial: quotient } = data;
  return "data.quotient_familial.mois" in asked && isRecord(quotient) && quotient.fournisseur === "CNAF";
}

function isTooOld({ parameters }: Call, now: Date): boolean {
  const year = Number(text(parameters, "annee") ?? now.getFullYear());
  const month = Number(text(parameters, "mois") ?? now.getMonth() + 1);
  return (now.getFullYear() - year) * 12 + (now.getMonth() + 1 - month) >= MONTHS_KEPT;
}

function refuseStranger({ route, parameters }: Call, now: Date): Answer {
  const isDss = DSS_ROUTES.includes(route);
  const lacksIdentity = parameters.prenoms === undefined || text(parameters, "sexeEtatCivil") === undefined;
  if (isDss && lacksIdentity) return platformError(422, "00366");
  if (route.path === "dsnj/service_national" && !isOfServiceAge(parameters.anneeDateNaissance, now)) {
    return providerError(422, "DSNJ", "400", {
      title: "Age non pertinent pour le Service National",
      detail:
        "L'age renseigné n'est pas compris entre 16 et 25 ans incluts, et n'est donc pas concerné par le Service National.",
    });
  }
  const { provider, title, detail } = route.notFound;
  return providerError(404, provider, "003", { title, detail });
}

function isOfServiceAge(year: unknown, now: Date): boolean {
  const age = now.getFullYear() - Number(year);
  return age >= 16 && age <= 25;
}
