import type { Store } from "../../storage/index.ts";
import type { CarriedLine, DigestLine } from "../digest-line.ts";
import type { Served } from "../served.ts";
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

/** Looks at the portals of those that are served, each of which has an operator to be told. */
export async function lookAtServed(
  store: Store,
  served: readonly Served[],
  now: () => Date,
): Promise<readonly CarriedLine[]> {
  const portals = served.flatMap(({ siren, origin }) => (origin ? [{ siren, url: origin }] : []));
  const rows = await store.db
    .selectFrom("onboarding_territories")
    .select(["code", "siren", "name", "vendor", "opsn"])
    .where(
      "siren",
      "in",
      portals.map(({ siren }) => siren),
    )
    .execute();
  const territories = new Map(rows.map(({ siren, ...row }) => [siren, row]));
  const seen = await Promise.all(
    portals.map(async ({ siren, url }) => {
      const message = await firstProblem({ url }, now);
      if (message === undefined) return [];
      const { code, name, ...carriers } = territories.get(siren) ?? {};
      const line: DigestLine = {
        ...(code && { territory: code }),
        name: name ? `${name}, ${url.origin}` : url.origin,
        kind: "address",
        message,
      };
      return [{ ...carriers, line }];
    }),
  );
  return seen.flat();
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
