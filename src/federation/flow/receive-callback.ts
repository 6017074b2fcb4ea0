import type { Request } from "express";
import { runChecks } from "../checks/check.ts";
import type { Client, ProviderMetadata } from "../client.ts";
import { asFederationError } from "../errors/log-failure.ts";
import type { Transaction } from "../transaction/transaction.ts";
import { claim, consume, find, release } from "../transaction/transactions.ts";
import { type Flow, type Registrations, recordsOf } from "./flow.ts";

/** A callback that belongs to a login of this browser. */
export interface AcceptedCallback {
  readonly transaction: Transaction;
  readonly client: Client;
  readonly registrations: Registrations;
  readonly metadata: ProviderMetadata;
  readonly code: string;
}

/** Longer is no state of ours: nothing is looked up for it. */
const STATE = /^[0-9a-f]{64}$/;

/**
 * Finds the login a browser comes back from and runs `complete` with it; a state is being used by one request
 * at a time.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2
 */
export async function receiveCallback<Result>(
  flow: Flow,
  req: Request,
  platform: Client["profile"]["platform"],
  complete: (callback: AcceptedCallback) => Promise<Result>,
): Promise<Result> {
  const parameters = new URLSearchParams(req.url.split("?")[1] ?? "");
  const state = parameters.get("state") ?? "";
  const isOurs = STATE.test(state);
  const isClaimed = isOurs && !claim(state);
  try {
    const transaction = isOurs ? await find(recordsOf(req), state) : undefined;
    try {
      const accepted = await accept(flow, req, platform, { parameters, transaction, isClaimed });
      return await complete(accepted);
    } catch (error) {
      throw withRetry(flow, error, transaction);
    }
  } finally {
    if (isOurs && !isClaimed) release(state);
  }
}

interface Received {
  readonly parameters: URLSearchParams;
  readonly transaction: Transaction | undefined;
  readonly isClaimed: boolean;
}

async function accept(
  flow: Flow,
  req: Request,
  platform: Client["profile"]["platform"],
  { parameters, transaction, isClaimed }: Received,
): Promise<AcceptedCallback> {
  const registrations = transaction && (await flow.resolve(req, transaction.tenant));
  const client = registrations?.clients.find((one) => one.profile.platform === platform);
  const provider = client && flow.providers.of(client);
  const metadata = provider && (provider.known ?? (await provider.metadata().catch(() => undefined)));
  const browser = flow.cookie.read(req);
  try {
    await runChecks(flow.checks.callback, {
      parameters,
      transaction,
      browser,
      platform,
      client,
      tenant: registrations?.tenant,
      isClaimed,
      metadata,
      now: flow.now(),
    });
  } catch (error) {
    /** What came back from the provider is spent, whatever it was; what somebody else sent spends nothing. */
    if (transaction?.browser === browser) await spend(req, transaction);
    throw error;
  }
  if (!transaction || !registrations || !client || !provider)
    throw new TypeError("a callback without a login");
  return {
    transaction,
    client,
    registrations,
    metadata: metadata ?? (await provider.metadata()),
    code: parameters.get("code") ?? "",
  };
}

async function spend(req: Request, transaction: Transaction | undefined): Promise<void> {
  if (transaction && !transaction.isUsed) await consume(recordsOf(req), transaction).catch(() => undefined);
}

/** The page can offer the very login that failed. */
function withRetry(flow: Flow, thrown: unknown, transaction: Transaction | undefined): unknown {
  const error = asFederationError(thrown);
  if (!transaction) return error;
  const query = new URLSearchParams({
    ...(transaction.level && { level: transaction.level }),
    return_to: transaction.returnTo,
  });
  error.retryPath ??= `${flow.loginPath}?${query}`;
  return error;
}
