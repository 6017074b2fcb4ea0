import type { Dossier } from "../../../dossiers/index.ts";

/** Whoever came to the counter has no account to correct with: they come again, and an agent types it in. */
export const isCorrectable = ({ state, owner }: Pick<Dossier, "state" | "owner">): boolean =>
  state === "correction_requested" && owner.platform === "counter";
