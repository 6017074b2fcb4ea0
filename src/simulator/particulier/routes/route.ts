import type { Provider } from "../providers.ts";
import type { RuleName } from "../rules/rules.ts";

/** How a person is designated: the last segment of the path. */
export type Mode = "identite" | "france_connect" | "ine" | "identifiant";

/** A key of `data`, as a path (`admissions[].est_inscrit`), and the scope without which it is left out. */
export type Mask = readonly [key: string, scope: string];

/** One endpoint of API Particulier, in all its versions and modes: everything that differs between endpoints. */
export interface Route {
  /** Between the version and the mode: `dss/quotient_familial`. */
  readonly path: string;
  readonly versions: readonly number[];
  readonly modes: readonly Mode[];
  /** Folder of its cases: `api_particulier_v3_` + folder + `_with_civility`. */
  readonly folder: string;
  /** Who is named in technical errors. */
  readonly provider: Provider;
  /** Answered when nobody matches and no case file says otherwise. */
  readonly notFound: { readonly provider: Provider; readonly title: string; readonly detail: string };
  /** The scopes that open the endpoint: one is enough. */
  readonly scopes: readonly string[];
  /** The scopes that unmask a key, where the endpoint has more than one. */
  readonly masks: readonly Mask[];
  /** Checked in this order; the first that fails answers. */
  readonly rules: Readonly<Partial<Record<Mode, readonly RuleName[]>>>;
  /** The parameters that take part in finding a case. */
  readonly matched: Readonly<Partial<Record<Mode, readonly string[]>>>;
  /** Seconds that the platform keeps an answer; absent where it keeps none. */
  readonly cacheSeconds?: number;
  /** `data` for a person who is known but not entitled: that is a 200, never a 404. */
  readonly notEntitled?: Readonly<Record<string, unknown>>;
}

export const MODE_FOLDERS: Readonly<Record<Mode, string>> = {
  identite: "with_civility",
  france_connect: "with_france_connect",
  ine: "with_ine",
  identifiant: "with_identifiant",
};

export const ENTITY_NOT_FOUND = "Entité non trouvée";

/** The text that providers without one of their own use. */
export const UNKNOWN_PARAMETERS =
  "Le ou les paramètre(s) d'entrée n'existent pas, ne sont pas connus, ou ne comportent aucune information pour cet appel. Veuillez vérifier que votre recherche est couverte par le périmètre de l'API.";

/** The name of the folder that holds the cases of a route, in one version and one mode. */
export function caseFolder(route: Route, version: number, mode: Mode): string {
  return `api_particulier_v${version}_${route.folder}_${MODE_FOLDERS[mode]}`;
}
