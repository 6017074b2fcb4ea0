import { lookup } from "node:dns/promises";
import { connect } from "node:tls";
import { daysBetween } from "../statistics/calendar.ts";

/** A portal of an operator's own, and what is registered for it. */
export interface DeclaredAddress {
  /** Its origin. */
  readonly url: URL;
  /** Every redirect URI registered for it at FranceConnect and FranceConnect+, letter by letter as registered. */
  readonly redirectUris?: readonly string[];
}

/** One way in which a declared address can break a login; it answers with what to say, or nothing. */
export interface Probe {
  readonly name: "dns" | "certificate" | "answer" | "redirect" | "keys";
  look(address: DeclaredAddress, now: () => Date): Promise<string | undefined>;
}

const PATIENCE = 10_000;
/** Beyond this, signed tokens begin to look too old or not yet valid. */
const CLOCK_TOLERANCE = 60;
const REMINDERS = [15, 30] as const;

/** Looked at in this order; the first that speaks is enough for an address. */
export const PROBES: readonly Probe[] = [
  {
    name: "dns",
    look: async ({ url }) => {
      await lookup(url.hostname.replace(/^\[|\]$/g, ""));
      return undefined;
    },
  },
  {
    name: "certificate",
    look: async ({ url }, now) => {
      if (url.protocol !== "https:") return undefined;
      const { validTo, problem } = await certificateOf(url);
      const end = new Date(validTo);
      const left = daysBetween(dayOf(now()), dayOf(end));
      if (left < 0) return `son certificat a expiré le ${dayOf(end)} : le renouveler`;
      if (problem) return `son certificat n’est pas accepté (${problem}) : en installer un autre`;
      const mark = REMINDERS.find((days) => left <= days);
      return mark && `son certificat expire le ${dayOf(end)} (J-${mark}) : le renouveler`;
    },
  },
  {
    name: "answer",
    look: async ({ url }, now) => {
      const { status, headers } = await ask(url, "/health/live");
      if (status !== 200) return `/health/live répond ${status} : regarder le service`;
      const told = Date.parse(headers.get("date") ?? "");
      const apart = Math.round(Math.abs(told - now().getTime()) / 1_000);
      return apart > CLOCK_TOLERANCE
        ? `son horloge est décalée de ${apart} secondes : les jetons paraîtront périmés`
        : undefined;
    },
  },
  {
    name: "redirect",
    look: async ({ url, redirectUris = [] }) => {
      const sent = await Promise.all(LEVELS.map((level) => redirectUriOf(url, level)));
      const elsewhere = sent.find((uri) => uri !== undefined && new URL(uri).origin !== url.origin);
      if (elsewhere)
        return `envoie à l’adresse de retour ${elsewhere}, qui est d’un autre portail : la connexion s’y perdra`;
      if (redirectUris.length === 0) return undefined;
      const unregistered = sent.find((uri) => uri !== undefined && !redirectUris.includes(uri));
      if (unregistered)
        return `envoie à l’adresse de retour ${unregistered}, qui n’est pas déclarée à la lettre près : FranceConnect refusera la connexion`;
      const unused = redirectUris.find((uri) => !sent.includes(uri));
      return (
        unused &&
        `aucune connexion n’envoie à l’adresse de retour déclarée ${unused} : corriger l’une ou l’autre`
      );
    },
  },
  {
    name: "keys",
    look: async ({ url }) => {
      const { status } = await ask(url, "/.well-known/jwks.json");
      return status === 200
        ? undefined
        : `/.well-known/jwks.json répond ${status} : FranceConnect+ n’aura pas de clef`;
    },
  },
];

/** The first leads to FranceConnect, the second to FranceConnect+. */
const LEVELS = ["eidas1", "eidas2"] as const;

/**
 * The redirect URI of a login that is begun and not continued; undefined where none begins.
 * Providers compare it as a string.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest
 */
async function redirectUriOf(url: URL, level: (typeof LEVELS)[number]): Promise<string | undefined> {
  const { headers } = await ask(url, `/auth/login?level=${level}&return_to=/`);
  const location = headers.get("location") ?? "";
  if (!URL.canParse(location, url.origin)) return undefined;
  return new URL(location, url.origin).searchParams.get("redirect_uri") ?? undefined;
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

const ask = (address: URL, path: string) =>
  fetch(new URL(path, address), { redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });

/** Reads the certificate and hangs up: nothing is sent, so one that is not trusted may be looked at. */
function certificateOf({
  hostname,
  port,
}: URL): Promise<{ readonly validTo: string; readonly problem?: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(
      { host: hostname, servername: hostname, port: Number(port || 443), rejectUnauthorized: false },
      () => {
        const { valid_to } = socket.getPeerCertificate();
        const problem = socket.authorized ? undefined : String(socket.authorizationError);
        socket.destroy();
        resolve({ validTo: valid_to, ...(problem && { problem }) });
      },
    );
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error("timeout")));
    socket.once("error", reject);
  });
}
