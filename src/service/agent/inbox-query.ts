import type { DossierState, InboxRequest } from "../../dossiers/index.ts";

/** The ways to look at the inbox; the first is the work of the day. */
export const VIEWS = [
  { slug: "a-traiter", label: "À traiter", states: ["sent", "in_review"] },
  { slug: "nouveaux", label: "Nouveaux", states: ["sent"] },
  { slug: "en-instruction", label: "En instruction", states: ["in_review"] },
  { slug: "corrections", label: "En attente de l’usager", states: ["correction_requested"] },
  { slug: "acceptes", label: "Acceptés", states: ["accepted"] },
  { slug: "refuses", label: "Refusés", states: ["refused"] },
  { slug: "classes", label: "Classés", states: ["closed"] },
  {
    slug: "tous",
    label: "Tous",
    states: ["sent", "in_review", "correction_requested", "accepted", "refused", "closed"],
  },
] as const satisfies readonly {
  readonly slug: string;
  readonly label: string;
  readonly states: readonly DossierState[];
}[];
export type View = (typeof VIEWS)[number];

/** What the address of the inbox asks for. */
export interface InboxQuery {
  readonly view: View;
  /** A procedure's slug. */
  readonly procedure?: string;
  readonly number?: string;
  readonly order: "oldest" | "newest";
  readonly after?: string;
}

const LONGEST = 200;

/**
 * Reads the query string; whatever cannot be read is left out, so that no address is an error.
 *
 * @param procedures the slugs that exist
 */
export function readInboxQuery(query: unknown, procedures: readonly string[]): InboxQuery {
  const text = (name: string): string | undefined => {
    const value = (query as Record<string, unknown> | undefined)?.[name];
    if (typeof value !== "string") return undefined;
    return value.trim().slice(0, LONGEST) || undefined;
  };
  const number = text("numero");
  const procedure = procedures.find((slug) => slug === text("demarche"));
  const after = text("apres");
  const asked = VIEWS.find(({ slug }) => slug === text("vue"));
  /** A number is looked for everywhere: the caller does not know its state. */
  const view = asked ?? (number === undefined ? VIEWS[0] : (VIEWS.at(-1) as View));
  return {
    view,
    order: text("ordre") === "recents" ? "newest" : "oldest",
    ...(procedure !== undefined && { procedure }),
    ...(number !== undefined && { number }),
    ...(after !== undefined && { after }),
  };
}

/**
 * The address of an inbox; defaults are left out.
 *
 * @param path of the desk, or of one of its pages
 */
export function inboxHref(query: Partial<InboxQuery>, path: string): string {
  const entries: readonly (readonly [string, string | undefined])[] = [
    ["vue", query.view && query.view.slug !== VIEWS[0].slug ? query.view.slug : undefined],
    ["demarche", query.procedure],
    ["numero", query.number],
    ["ordre", query.order === "newest" ? "recents" : undefined],
    ["apres", query.after],
  ];
  const parameters = new URLSearchParams(
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}

/** The same, as the dossiers room is asked. */
export function toInboxRequest(query: InboxQuery, collectivite: string): InboxRequest {
  const { view, procedure, number, order, after } = query;
  return {
    collectivite,
    states: view.states,
    order,
    ...(procedure !== undefined && { procedure }),
    ...(number !== undefined && { number }),
    ...(after !== undefined && { after }),
  };
}
