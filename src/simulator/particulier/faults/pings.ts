import type { Answer } from "../answer.ts";
import type { ParticulierFault } from "./fault.ts";

function ping(name: string, description: string, play: (now: Date) => Answer): ParticulierFault {
  return { name, description, stage: "ping", play };
}

/** What the ping routes say while a provider is not well. */
export const PING_FAULTS: readonly ParticulierFault[] = [
  ping(
    "ping-bad-gateway",
    "Pings answer 502 bad_gateway; the last good state was ten minutes ago",
    (now) => ({
      status: 502,
      body: {
        status: "bad_gateway",
        last_update: now.toISOString(),
        last_ok_status: new Date(now.getTime() - 600_000).toISOString(),
      },
    }),
  ),
  ping("ping-maintenance", "Pings answer maintenance, until in 45 minutes", (now) => ({
    status: 200,
    body: {
      status: "maintenance",
      last_update: now.toISOString(),
      last_ok_status: now.toISOString(),
      until: new Date(now.getTime() + 45 * 60_000).toISOString(),
    },
  })),
  ping("ping-unknown", "Pings answer unknown: nothing was called for a while", (now) => ({
    status: 200,
    body: { status: "unknown", last_update: now.toISOString(), last_ok_status: null },
  })),
];
