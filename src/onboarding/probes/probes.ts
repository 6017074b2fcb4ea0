import { lookup } from "node:dns/promises";
import { connect } from "node:tls";
import { daysBetween } from "../statistics/calendar.ts";

/** One way in which a declared address can break a login; it answers with what to say, or nothing. */
export interface Probe {
  readonly name: "dns" | "certificate" | "answer" | "keys";
  look(address: URL, now: () => Date): Promise<string | undefined>;
}

const PATIENCE = 10_000;
/** Beyond this, signed tokens begin to look too old or not yet valid. */
const CLOCK_TOLERANCE = 60;
const REMINDERS = [15, 30] as const;

/** Looked at in this order; the first that speaks is enough for an address. */
export const PROBES: readonly Probe[] = [
  {
    name: "dns",
    look: async ({ hostname }) => {
      await lookup(hostname.replace(/^\[|\]$/g, ""));
      return undefined;
    },
  },
  {
    name: "certificate",
    look: async (address, now) => {
      if (address.protocol !== "https:") return undefined;
      const { validTo, problem } = await certificateOf(address);
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
    look: async (address, now) => {
      const { status, headers } = await ask(address, "/health/live");
      if (status !== 200) return `/health/live répond ${status} : regarder le service`;
      const told = Date.parse(headers.get("date") ?? "");
      const apart = Math.round(Math.abs(told - now().getTime()) / 1_000);
      return apart > CLOCK_TOLERANCE
        ? `son horloge est décalée de ${apart} secondes : les jetons paraîtront périmés`
        : undefined;
    },
  },
  {
    name: "keys",
    look: async (address) => {
      const { status } = await ask(address, "/.well-known/jwks.json");
      return status === 200
        ? undefined
        : `/.well-known/jwks.json répond ${status} : FranceConnect+ n’aura pas de clef`;
    },
  },
];

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
