import type { Dossier } from "../../dossiers/index.ts";
import { isAtLeast } from "../../federation/index.ts";
import type { Procedure } from "../../procedures/index.ts";
import { longMoment } from "../dates.ts";

/** FranceConnect answers at the lowest level, FranceConnect+ never does. */
const PLATFORMS = {
  franceconnect: { name: "FranceConnect", level: "eidas1" },
  "franceconnect-plus": { name: "FranceConnect+", level: "eidas2" },
} as const;

/** How sure the State is of who asked, in one sentence for the top of the dossier. */
export interface Authentication {
  readonly certain: boolean;
  readonly text: string;
}

/**
 * Says how the dossier came: « authentifié par FranceConnect le … (eIDAS 1) », « sans FranceConnect », « au guichet ».
 *
 * The level is the least that this platform and this procedure require, and that the login was held to: nothing finer
 * is kept.
 */
export function authenticationOf(
  dossier: Pick<Dossier, "owner" | "form" | "history">,
  procedure: Pick<Procedure, "level"> | undefined,
): Authentication {
  const { platform } = dossier.owner;
  if (platform === "counter") return atCounter(dossier);
  if (platform === "session")
    return { certain: false, text: "Déposé sans FranceConnect : identité déclarée par l’usager" };
  const at = dossier.form.fields
    .map(({ received }) => received?.provenance)
    .find((provenance) => provenance?.source === platform)?.fetchedAt;
  const { name, level: lowest } = PLATFORMS[platform];
  const level = procedure && isAtLeast(procedure.level, lowest) ? procedure.level : lowest;
  return {
    certain: true,
    text: [
      `Authentifié par ${name}`,
      ...(at === undefined ? [] : [`le ${longMoment(at)}`]),
      `(niveau ${level.replace("eidas", "eIDAS ")})`,
    ].join(" "),
  };
}

/** Who typed it in, and whether they saw who was there. */
function atCounter({ form, history }: Pick<Dossier, "form" | "history">): Authentication {
  const certain = form.fields.some(({ received }) => received?.provenance.source === "agent");
  const agent = history[0]?.agent ?? "un agent";
  const how = certain ? ", pièce d’identité vue" : "\u00a0: identité déclarée, aucune pièce vue";
  return { certain, text: `Saisi au guichet par ${agent}${how}` };
}
