import type { Collectivite } from "../../collectivites/index.ts";
import type { Agent } from "../../federation/index.ts";

/** What an agent may do here. */
export type Role = "instructeur" | "administrateur";

/** What a role opens, beyond the dossiers themselves. */
export interface Rights {
  /** Sees what every agent of the collectivité did; else only what they did themselves. */
  readonly wholeJournal: boolean;
  /** Records steps of the collectivité's roll-out. */
  readonly steering: boolean;
}

export const RIGHTS: Readonly<Record<Role, Rights>> = {
  instructeur: { wholeJournal: false, steering: false },
  administrateur: { wholeJournal: true, steering: true },
};

/** Gives an agent their role in a collectivité, at every request. */
export type RoleOf = (agent: Agent, collectivite: Collectivite) => Role;

/** Where nobody has named administrators, every agent of the collectivité instructs. */
export const everyoneInstructs: RoleOf = () => "instructeur";

/**
 * Roles by the e-mail that ProConnect asserts at each login. The SIRET has decided already that they belong here.
 *
 * @param administrators e-mails, in lower case
 */
export function namedAdministrators(administrators: readonly string[]): RoleOf {
  const named = new Set(administrators);
  return ({ email }) => (named.has(email.toLowerCase()) ? "administrateur" : "instructeur");
}
