import { type Body, readBody } from "./body.ts";
import { crossErrors, dayIn, errorOf, fieldError } from "./check.ts";
import { cleanText } from "./clean.ts";
import type { Procedure } from "./declaration.ts";
import type { FieldValue } from "./form.ts";
import { KINDS } from "./kinds/index.ts";
import { inputName, type Typed } from "./kinds/kind.ts";
import { isContestable } from "./received.ts";
import { type ResolvedField, resolveFields } from "./resolve.ts";
import type { FieldError, FormState } from "./state.ts";
import { isEmpty, sameValue } from "./value.ts";

/** What came of a step that was sent. */
export interface AppliedStep {
  /** With every answer that could be taken, even when others are wrong; those are kept apart, as they were typed. */
  readonly state: FormState;
  readonly errors: readonly FieldError[];
  /** What was typed, to show it again beside the errors. */
  readonly typed: Typed;
  /** The citizen asked for one more row: show the step again. */
  readonly stay: boolean;
}

/** A draft being written; it becomes the next state. */
export interface Draft {
  readonly answers: Record<string, FieldValue>;
  readonly corrections: Record<string, { readonly reason?: string; readonly at: string }>;
  readonly contested: Record<string, { readonly reason: string; readonly at: string }>;
}

const LONGEST_REMARK = 500;

function remarkOf(body: Body, { field }: ResolvedField, part: string): string {
  const text = cleanText(body.one(inputName(field, part)));
  return [...text].slice(0, LONGEST_REMARK).join("");
}

/** A fixed value never comes from the browser; only the citizen's remark about it does. */
function takeRemark(draft: Draft, resolved: ResolvedField, body: Body, at: string): void {
  const { field } = resolved;
  if (!isContestable(field) || !body.has(inputName(field, "contest"))) return;
  const reason = remarkOf(body, resolved, "contest");
  if (reason === "") delete draft.contested[field.name];
  else if (draft.contested[field.name]?.reason !== reason) draft.contested[field.name] = { reason, at };
}

/** Reads the answer to one field into the draft; the error where it cannot be read. */
export function takeAnswer(
  draft: Draft,
  resolved: ResolvedField,
  body: Body,
  at: string,
): FieldError | undefined {
  const { field, policy, received } = resolved;
  const answer = draft.answers[field.name];
  delete draft.answers[field.name];
  const known = {
    ...(received === undefined ? {} : { received: received.value }),
    ...(answer === undefined ? {} : { answer }),
  };
  const parsed = KINDS[field.kind].parse(field, body, known);
  if ("problem" in parsed) return errorOf(resolved, parsed.problem);
  const unchanged =
    policy === "correctable" && received !== undefined && sameValue(parsed.value, received.value);
  if (unchanged || (isEmpty(parsed.value) && policy !== "correctable")) {
    delete draft.corrections[field.name];
    return undefined;
  }
  draft.answers[field.name] = parsed.value;
  if (received === undefined) return undefined;
  const reason = remarkOf(body, resolved, "reason");
  const since =
    answer !== undefined && sameValue(answer, parsed.value) ? draft.corrections[field.name]?.at : undefined;
  draft.corrections[field.name] = { ...(reason === "" ? {} : { reason }), at: since ?? at };
  return undefined;
}

/**
 * Takes what the citizen sent for one step. Only the inputs of fields they may fill are read: whatever else
 * the body holds, a fixed value stays what the State sent. Never throws, whatever the body is.
 *
 * @see https://design-system.service.gov.uk/patterns/validation/
 * @example
 * import { applyStep } from "passerelle";
 * const { state, errors, typed } = applyStep(procedure, draft.state, "foyer", req.body, now());
 */
export function applyStep(
  procedure: Procedure,
  state: FormState,
  stepSlug: string,
  rawBody: unknown,
  now: Date,
): AppliedStep {
  const body = readBody(rawBody);
  const at = now.toISOString();
  const today = dayIn(now);
  const asked = resolveFields(procedure, state).filter(({ field }) => field.step === stepSlug);
  const draft: Draft = {
    answers: { ...state.answers },
    corrections: { ...state.corrections },
    contested: { ...state.contested },
  };
  const errors = new Map<string, FieldError>();
  const unread: Record<string, Typed> = { ...state.unread };
  for (const resolved of asked) {
    const { name } = resolved.field;
    delete unread[name];
    if (resolved.policy === "fixed") takeRemark(draft, resolved, body, at);
    else {
      const error = takeAnswer(draft, resolved, body, at);
      if (error === undefined) continue;
      errors.set(name, error);
      unread[name] = body.of(name);
    }
  }
  const taken: FormState = { ...state, ...draft };
  const fields = resolveFields(procedure, taken);
  const here = fields.filter(({ field }) => field.step === stepSlug);
  for (const field of here) {
    const error = errors.has(field.field.name) ? undefined : fieldError(field, today);
    if (error !== undefined) errors.set(error.field, error);
  }
  for (const error of crossErrors(procedure, fields, today)) {
    if (!errors.has(error.field)) errors.set(error.field, error);
  }
  const visible = here.map(({ field }) => errors.get(field.name)).filter((error) => error !== undefined);
  const others = state.completed.filter((slug) => slug !== stepSlug);
  const typed = asked.filter(({ policy }) => policy !== "fixed").map(({ field }) => body.of(field.name));
  return {
    state: { ...state, ...draft, unread, completed: visible.length === 0 ? [...others, stepSlug] : others },
    errors: visible,
    typed: Object.assign({}, ...typed),
    stay: asked.some(({ field }) => body.has(inputName(field, "more"))),
  };
}
