import type { Platform } from "../federation/index.ts";

/** Anything a field can hold; it goes through JSON unchanged. */
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly FieldValue[]
  | { readonly [key: string]: FieldValue };

/** Where a value came from. */
export interface Provenance {
  readonly source: Platform | "api-particulier" | "citizen" | "agent";
  /** `CNAF`, `MSA`… as the answer named it. */
  readonly provider?: string;
  readonly route?: string;
  /** What the value is about, as the provider says: `2026-11`. */
  readonly period?: string;
  /** ISO 8601, UTC. */
  readonly fetchedAt?: string;
  readonly requestId?: string;
}

/**
 * - `fixed`: shown as text, the citizen can contest it but not change it;
 * - `correctable`: pre-filled, the citizen may correct it; both values are kept;
 * - `chosen`: the citizen chooses among what was received (children);
 * - `typed`: nobody knows it but the citizen.
 */
export type FieldPolicy = "fixed" | "correctable" | "chosen" | "typed";

/** One field of the form, with the whole of its history. */
export interface FilledField {
  readonly name: string;
  readonly label: string;
  readonly policy: FieldPolicy;
  /** What the State sent, if it did. */
  readonly received?: {
    readonly value: FieldValue;
    readonly display: readonly string[];
    readonly provenance: Provenance;
  };
  /** What counts: the received value, or what the citizen declared. `null` when there is none. */
  readonly value: FieldValue;
  /** The value in words, line by line, as it was shown: a dossier stays readable when the form has changed. */
  readonly display: readonly string[];
  readonly provenance: Provenance;
  /** Set when the citizen declared something else than was received. */
  readonly correction?: { readonly reason?: string; readonly at: string };
  /** Set when the citizen says that a fixed value is wrong: the value stands, the agent looks. */
  readonly contested?: { readonly reason: string; readonly at: string };
}

/**
 * The state of one source, as the form page shows it.
 *
 * - `login_needed`: it can only be read with a fresh FranceConnect token (« Récupérer mes données avec FranceConnect »);
 * - `answers_needed`: a question of the form comes first (the number plate, for the vehicle);
 * - `declined`: the citizen goes on without it, as is their right.
 */
export type SourceState =
  | { readonly state: "pending"; readonly since: string }
  | {
      readonly state: "received";
      readonly at: string;
      readonly provider?: string;
      readonly requestId?: string;
    }
  | { readonly state: "not_found" | "unidentified"; readonly at: string; readonly requestId?: string }
  | { readonly state: "login_needed" | "answers_needed" | "declined"; readonly at: string }
  | {
      readonly state: "unavailable";
      readonly at: string;
      readonly retryAfter?: number;
      readonly requestId?: string;
    };

/** The price, with the rule that made it. Amounts in euro cents. */
export interface Price {
  readonly cents: number;
  /** What the amount is: « Votre tarif », « Montant de l’aide ». */
  readonly label: string;
  /** « par repas », « par mois »… */
  readonly unit: string;
  /** The rule in words, with the figures used. */
  readonly explanation: string;
  readonly deliberation: string;
  /** True when a figure used was typed, by the citizen or at the counter, where the State should have given it. */
  readonly provisional: boolean;
}

/** A form whose every field carries its provenance: what leaves this room. */
export interface FilledForm {
  readonly procedure: string;
  readonly version: string;
  /** Set where it was filed for somebody else than whoever filled it in. */
  readonly beneficiary?: "other";
  readonly fields: readonly FilledField[];
  readonly sources: Readonly<Record<string, SourceState>>;
  readonly price?: Price;
  /** Sources that made a document needless: the citizen did not have to give it. */
  readonly documentsSpared?: readonly string[];
}
