import { createHash } from "node:crypto";
import type { Store } from "../../storage/index.ts";
import { appendWithin } from "../events/append.ts";
import type { OnboardingEvent } from "../events/event.ts";
import type { MilestoneSlug } from "../milestone.ts";
import { learnSiren } from "../registry/learn.ts";
import { createMatcher, type Match } from "../registry/match.ts";
import { dayOf } from "../statistics/calendar.ts";
import { type Notice, readNotice } from "./read-notice.ts";
import { isSignedByDataPass } from "./verify-signature.ts";

/** What became of a call. `status` is what DataPass is answered: it retries everything but 200, 201 and 204. */
export type WebhookOutcome =
  | { readonly status: 401; readonly outcome: "forged" }
  | { readonly status: 400; readonly outcome: "unreadable" }
  | {
      readonly status: 200;
      readonly outcome: "test" | "recorded" | "kept" | "replayed" | "stale" | "unknown-event" | "unmatched";
    };

export interface WebhookCall {
  readonly rawBody: Uint8Array;
  /** `X-Hub-Signature-256`. */
  readonly signature: string | undefined;
  readonly secret: string;
  readonly now: Date;
}

const PROVES: Readonly<Record<Notice["service"], MilestoneSlug | undefined>> = {
  franceconnect: "habilitation-franceconnect",
  "api-particulier": "habilitation-api-particulier",
  other: undefined,
};

/**
 * Receives one call of DataPass. The signature is checked before anything is parsed; a call seen before changes nothing;
 * one that is older than the last of its request is kept but no longer acts; an unknown event is kept and answered 200.
 *
 * @see https://datapass.api.gouv.fr (webhooks, version 2; version 1 and its older event names are still read)
 */
export async function receiveWebhook(store: Store, call: WebhookCall): Promise<WebhookOutcome> {
  if (!isSignedByDataPass(call.rawBody, call.signature, call.secret))
    return { status: 401, outcome: "forged" };
  const body = parseJson(call.rawBody);
  if (isTest(body)) return { status: 200, outcome: "test" };
  const notice = readNotice(body);
  if (!notice) return { status: 400, outcome: "unreadable" };
  const match = await matchOf(store, notice);
  const event = match && (await eventOf(store, notice, match));
  const firedAt = new Date(notice.firedAt * 1_000).toISOString();
  return store.db.transaction().execute(async (trx) => {
    const newer = await trx
      .selectFrom("onboarding_webhooks")
      .select("id")
      .where("request", "=", notice.request)
      .where("fired_at", ">", firedAt)
      .executeTakeFirst();
    const outcome = newer ? "stale" : outcomeOf(notice, event);
    const written = await trx
      .insertInto("onboarding_webhooks")
      .values({
        id: digest([notice.request, notice.event, String(notice.firedAt)]),
        received_at: call.now.toISOString(),
        request: notice.request,
        event: notice.event.slice(0, 100),
        fired_at: firedAt,
        siret: notice.siret ?? null,
        outcome,
        detail: JSON.stringify({ service: notice.service, state: notice.state }),
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .executeTakeFirst();
    if (Number(written.numInsertedOrUpdatedRows ?? 0) === 0)
      return { status: 200, outcome: "replayed" } as const;
    if (outcome === "recorded" && event) {
      if (match.outcome === "learned") await learnSiren(trx, match);
      await appendWithin(trx, [event], call.now);
    }
    return { status: 200, outcome } as const;
  });
}

function outcomeOf({ meaning }: Notice, event: OnboardingEvent | undefined) {
  if (meaning === "unknown") return "unknown-event" as const;
  if (meaning === "progress") return "kept" as const;
  return event ? ("recorded" as const) : ("unmatched" as const);
}

type Matched = Extract<Match, { readonly code: string }>;

/** Whom a habilitation is about; undefined where nothing follows from the notice. */
async function matchOf(store: Store, notice: Notice): Promise<Matched | undefined> {
  if (!PROVES[notice.service] || !notice.siret) return undefined;
  if (notice.meaning !== "validated" && notice.meaning !== "withdrawn") return undefined;
  const match = (await createMatcher(store)).match(notice.siret, notice.name ?? "");
  return "code" in match ? match : undefined;
}

async function eventOf(store: Store, notice: Notice, match: Matched): Promise<OnboardingEvent | undefined> {
  const milestone = PROVES[notice.service];
  if (!milestone) return undefined;
  const fired = new Date(notice.firedAt * 1_000);
  const validated =
    notice.meaning === "validated" && notice.validatedAt ? new Date(notice.validatedAt) : fired;
  const at = Number.isNaN(validated.getTime()) ? fired : validated;
  return {
    territory: match.code,
    milestone,
    action: notice.meaning === "validated" ? "reached" : "withdrawn",
    at: dayOf(at),
    source: "datapass-webhook",
    reference: `datapass:${notice.request}:${notice.event}:${notice.firedAt}`,
    evidence: {
      request: notice.request,
      ...(notice.vendorSiret && { vendorSiret: notice.vendorSiret }),
      ...(await vendorOf(store, notice)),
    },
  };
}

/** The éditeur that the registry knows under this SIRET. */
async function vendorOf(store: Store, { vendorSiret }: Notice): Promise<{ readonly vendor?: string }> {
  if (!vendorSiret) return {};
  const known = await store.db
    .selectFrom("onboarding_partners")
    .select("slug")
    .where("siret", "=", vendorSiret)
    .where("kind", "=", "vendor")
    .executeTakeFirst();
  return known ? { vendor: known.slug } : {};
}

const digest = (parts: readonly string[]) => createHash("sha256").update(JSON.stringify(parts)).digest("hex");

function parseJson(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(rawBody).toString("utf8"));
  } catch {
    return undefined;
  }
}

const isTest = (body: unknown) =>
  typeof body === "object" && body !== null && "test" in body && body.test === true;
