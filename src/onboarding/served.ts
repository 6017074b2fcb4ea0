import { decodeJwt } from "jose";
import type { Collectivites } from "../collectivites/index.ts";
import { dayOf } from "./statistics/calendar.ts";

/** What this gateway knows by itself of a collectivité that it serves. */
export interface Served {
  readonly siren: string;
  /** Where its portal answers; absent where nobody has said. */
  readonly origin?: URL;
  /** The day its API Particulier token ends, as the token itself says. */
  readonly tokenEnds?: string;
}

/** What the service was started with: it stands for the collectivité that has nothing of its own. */
export interface OwnService {
  readonly baseUrl?: string;
  readonly siret?: string;
  readonly apiParticulierToken?: string;
}

/** Every collectivité of this gateway, with its address and the end of its token. */
export async function servedBy(
  collectivites: Pick<Collectivites, "list" | "credentials">,
  service: OwnService = {},
): Promise<readonly Served[]> {
  const all = await collectivites.list();
  return Promise.all(
    all.map(async ({ id, siret, siren, host }) => {
      const origin = originOf(host, service, all.length === 1 || siret === service.siret);
      const { apiParticulierToken } = await collectivites.credentials(id);
      const token =
        apiParticulierToken ?? (siret === service.siret ? service.apiParticulierToken : undefined);
      const tokenEnds = token && endOf(token);
      return { siren, ...(origin && { origin }), ...(tokenEnds && { tokenEnds }) };
    }),
  );
}

function originOf(host: string | undefined, { baseUrl }: OwnService, isOwn: boolean): URL | undefined {
  const base = baseUrl && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (host === undefined) return isOwn ? base : undefined;
  return base?.hostname === host ? base : new URL(`https://${host}`);
}

/** Only read, never trusted: API Particulier decides. A token that is no JWT says nothing. */
function endOf(token: string): string | undefined {
  try {
    const { exp } = decodeJwt(token);
    return exp === undefined ? undefined : dayOf(new Date(exp * 1_000));
  } catch {
    return undefined;
  }
}
