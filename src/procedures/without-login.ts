import { ROUTES, type Route } from "../particulier/index.ts";
import type { Procedure } from "./declaration.ts";

/**
 * The sources that can be read with the habilitation's own token: at the counter, and when an agent asks again. The
 * others open to the citizen's FranceConnect token alone.
 *
 * @example
 * import { sourcesWithoutLogin } from "passerelle";
 * const names = sourcesWithoutLogin(procedure);
 */
export function sourcesWithoutLogin({ sources }: Pick<Procedure, "sources">): readonly string[] {
  return Object.entries(sources)
    .filter(([, { route }]) => {
      const { versions }: Route = ROUTES[route];
      const modes = Object.values(versions).flatMap((version) => Object.keys(version.modes));
      return modes.some((mode) => mode !== "france_connect");
    })
    .map(([name]) => name);
}
