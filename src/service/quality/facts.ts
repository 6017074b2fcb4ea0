import type { DeclaredFacts } from "../../dossiers/index.ts";
import { ACCESSIBILITY } from "../accessibility.ts";
import { isOpen } from "../citizen/cards.ts";
import type { House } from "../house.ts";

/** What no table counts: which procedures can be sent here, and what an audit of accessibility found. */
export function declaredFacts({
  settings,
  procedures,
}: Pick<House, "settings" | "procedures">): readonly DeclaredFacts[] {
  const { audit } = ACCESSIBILITY;
  return procedures.map((procedure) => ({
    procedure,
    open: isOpen(settings, procedure),
    ...(audit && { conformity: audit.rate }),
  }));
}
