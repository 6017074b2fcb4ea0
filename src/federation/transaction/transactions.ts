import type { Records } from "./store.ts";
import { MOST_PENDING, TRANSACTION_LASTS, type Transaction } from "./transaction.ts";

/** A used or expired transaction is remembered for as long again: that is how the two are told apart. */
const KEPT = 2 * TRANSACTION_LASTS;

type Pending = readonly { readonly state: string; readonly startedAt: number }[];

const claimed = new Set<string>();
/** Lists being changed by this process: twenty tabs opened at once must not overwrite each other's. */
const changing = new Map<string, Promise<void>>();

const recordOf = (state: string): string => `login-${state}`;
const listOf = (browser: string): string => `logins-of-${browser}`;

/** Starts a transaction: one record of its own, and a line in the list that caps its browser. */
export async function begin(
  records: Records,
  transaction: Transaction,
  isNewBrowser: boolean,
): Promise<void> {
  await Promise.all([
    records.set(recordOf(transaction.state), transaction, KEPT),
    inTurn(transaction.browser, () => append(records, transaction, isNewBrowser)),
  ]);
}

export function find(records: Records, state: string): Promise<Transaction | undefined> {
  return records.get(recordOf(state));
}

/**
 * Reserves a state for one request of this process, from before it is read until after it is marked used:
 * a double click must not spend the code twice. (Between processes the provider's single-use code decides.)
 */
export function claim(state: string): boolean {
  if (claimed.has(state)) return false;
  claimed.add(state);
  return true;
}

export function release(state: string): void {
  claimed.delete(state);
}

/** Marks it used, for every process, and keeps what tells a reuse from an unknown state. */
export function consume(records: Records, transaction: Transaction): Promise<void> {
  const spent = { ...transaction, nonce: "", codeVerifier: "", isUsed: true };
  return records.set(recordOf(transaction.state), spent, KEPT);
}

/** After a logout nothing that this browser started before can end. */
export async function abandonAll(records: Records, browser: string): Promise<void> {
  const pending = (await records.get<Pending>(listOf(browser))) ?? [];
  await Promise.all([
    records.remove(listOf(browser)),
    ...pending.map(({ state }) => records.remove(recordOf(state))),
  ]);
}

async function append(
  records: Records,
  { browser, state, startedAt }: Transaction,
  isNewBrowser: boolean,
): Promise<void> {
  const known: Pending = isNewBrowser ? [] : ((await records.get<Pending>(listOf(browser))) ?? []);
  const pending = [...known.filter((one) => one.startedAt > startedAt - KEPT), { state, startedAt }];
  const evicted = pending.splice(0, Math.max(0, pending.length - MOST_PENDING));
  await Promise.all([
    records.set(listOf(browser), pending, KEPT),
    ...evicted.map((one) => records.remove(recordOf(one.state))),
  ]);
}

async function inTurn(browser: string, change: () => Promise<void>): Promise<void> {
  const before = changing.get(browser);
  const mine = before ? before.then(change, change) : change();
  changing.set(browser, mine);
  try {
    await mine;
  } finally {
    if (changing.get(browser) === mine) changing.delete(browser);
  }
}
