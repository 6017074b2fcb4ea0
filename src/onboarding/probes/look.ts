import type { DigestLine } from "../digest.ts";
import { type DeclaredAddress, PROBES } from "./probes.ts";

/** Looks at each declared address; a line for each that will break a login, or does already. */
export async function lookAt(
  addresses: readonly DeclaredAddress[],
  now: () => Date,
): Promise<readonly DigestLine[]> {
  const messages = await Promise.all(addresses.map((address) => firstProblem(address, now)));
  return addresses.flatMap(({ url }, index) => {
    const message = messages[index];
    return message ? [{ name: url.origin, kind: "address" as const, message }] : [];
  });
}

async function firstProblem(address: DeclaredAddress, now: () => Date): Promise<string | undefined> {
  for (const { name, look } of PROBES) {
    const message = await look(address, now).catch(
      (error: unknown) => `${UNREACHABLE[name]} (${codeOf(error)}) : personne ne peut se connecter`,
    );
    if (message) return message;
  }
  return undefined;
}

const UNREACHABLE = {
  dns: "son nom ne mène nulle part",
  certificate: "son certificat ne peut pas être lu",
  answer: "ne répond pas",
  redirect: "ne commence aucune connexion",
  keys: "ne donne pas ses clefs",
} as const;

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "inconnu";
  const source = error.cause instanceof Error ? error.cause : error;
  return "code" in source ? String(source.code) : source.name;
}
