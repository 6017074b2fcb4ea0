import type { NoData } from "../answer.ts";
import type { ErrorBody } from "./error-body.ts";

const BY_STATUS: Readonly<Record<number, NoData["outcome"]>> = {
  400: "invalid",
  401: "refused",
  403: "refused",
  404: "not_found",
  410: "invalid",
  422: "invalid",
};

/** 422: nobody has this identity, or several people have. */
const UNIDENTIFIED: ReadonlySet<string> = new Set(["00355", "00391"]);
/** `00355` also says that a month is too old; the identity is then not in question. */
const PERIOD: ReadonlySet<string> = new Set(["annee", "mois"]);

/** The status decides; a code only tells, within 422, a person nobody recognised from a request that is wrong. */
export function outcomeOf(status: number, error: ErrorBody): NoData["outcome"] {
  if (status === 422 && UNIDENTIFIED.has(error.code ?? "") && !PERIOD.has(error.parameter ?? "")) {
    return "unidentified";
  }
  return BY_STATUS[status] ?? (status < 500 && status !== 409 && status !== 429 ? "invalid" : "unavailable");
}
