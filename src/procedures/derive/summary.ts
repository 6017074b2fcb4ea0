import { ROUTES, USE_CASES } from "../../particulier/index.ts";
import type { Field, Procedure } from "../declaration.ts";
import type { TariffTable } from "../tariff/rule.ts";
import { type Notice, type NoticeCollectivite, noticeOf } from "./notice.ts";
import { remainingToType } from "./remaining.ts";
import { type ProcedureScopes, scopesOf } from "./scopes.ts";

/** Everything that follows from a declaration, for whoever wrote it. */
export interface ProcedureSummary {
  readonly slug: string;
  readonly title: string;
  readonly version: string;
  readonly level: Procedure["level"];
  readonly useCase?: string;
  readonly fields: readonly (Pick<Field, "name" | "label" | "kind" | "policy" | "step"> & {
    readonly from?: string;
  })[];
  readonly sources: readonly {
    readonly name: string;
    readonly route: string;
    readonly holder: string;
    readonly keys: readonly string[];
  }[];
  readonly scopes: ProcedureScopes;
  /** Names of the fields that are typed when every source answers. */
  readonly remaining: readonly string[];
  readonly tariff?: TariffTable;
  readonly notice: Notice;
}

/**
 * What follows from a declaration, in one place: fields, sources, scopes, notice, tariff.
 *
 * @example
 * import { summaryOf } from "passerelle";
 * const { remaining } = summaryOf(procedure, { name: "Val-de-Sorgue" });
 */
export function summaryOf(procedure: Procedure, collectivite: NoticeCollectivite): ProcedureSummary {
  const { slug, title, version, level, useCase, tariff } = procedure;
  return {
    slug,
    title,
    version,
    level,
    ...(useCase === undefined ? {} : { useCase: USE_CASES[useCase].title }),
    fields: procedure.fields.map(({ name, label, kind, policy, step, from }) => ({
      name,
      label,
      kind,
      policy,
      step,
      ...(from === undefined ? {} : { from }),
    })),
    sources: Object.entries(procedure.sources).map(([name, { route, keys }]) => ({
      name,
      route,
      holder: ROUTES[route].holder,
      keys,
    })),
    scopes: scopesOf(procedure),
    remaining: remainingToType(procedure).map(({ name }) => name),
    ...(tariff === undefined ? {} : { tariff: tariff.table }),
    notice: noticeOf(procedure, collectivite),
  };
}
