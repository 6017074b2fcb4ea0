import type { JSX } from "preact";
import type { FieldView, Input } from "../../procedures/index.ts";
import { origin } from "../citizen/words.ts";
import { Control, Options } from "./control.tsx";
import { FieldMessage } from "./error-summary.tsx";

/** One field of a step: what the State gave, as text; what is asked, as inputs. */
export function Field({ view }: { readonly view: FieldView }): JSX.Element {
  return view.mode === "shown" ? <Shown view={view} /> : <Asked view={view} />;
}

function Shown({ view }: { readonly view: FieldView }): JSX.Element {
  const { received, contested } = view.filled;
  return (
    <div class="field">
      <p class="field-label" id={view.anchor}>
        {view.label}
      </p>
      <div class="given">
        <p class="given-value">
          <Lines lines={view.display} />
        </p>
        {received && <span class="origin origin-received">{origin(received.provenance)}</span>}
        {view.remark && (
          <details open={contested !== undefined}>
            <summary>Contester cette donnée</summary>
            <label for={view.remark.id}>{view.remark.label}</label>
            <Control input={view.remark} />
          </details>
        )}
      </div>
    </div>
  );
}

/** A value in words, line by line; « Non indiqué » where there is none. */
export function Lines({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  if (lines.length === 0) return <span class="soft">Non indiqué</span>;
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}

function Asked({ view }: { readonly view: FieldView }): JSX.Element {
  const inputs = view.inputs.filter(({ type }) => type !== "file");
  const hintId = view.hint ? `${view.anchor}-aide` : undefined;
  const errorId = view.error ? `${view.anchor}-erreur` : undefined;
  const described = [hintId, errorId].filter(Boolean).join(" ") || undefined;
  const after = (
    <>
      {view.hint && (
        <span class="hint" id={hintId}>
          {view.hint}
        </span>
      )}
      {view.error && errorId && <FieldMessage id={errorId} message={view.error} />}
    </>
  );
  const [only] = inputs;
  return (
    <div class={`field${view.error ? " in-error" : ""}`}>
      {view.grouped || !only ? (
        <fieldset aria-describedby={described}>
          <legend>{labelOf(view)}</legend>
          {after}
          <Group view={view} inputs={inputs} />
        </fieldset>
      ) : (
        <>
          <label for={only.id}>{labelOf(view)}</label>
          {after}
          <Control
            input={only}
            invalid={view.error !== undefined}
            {...(described && { describedBy: described })}
            {...(view.unit && { unit: view.unit })}
          />
        </>
      )}
      <Origin view={view} />
    </div>
  );
}

const labelOf = ({ label, optional }: Pick<FieldView, "label" | "optional">) =>
  `${label}${optional ? " (optionnel)" : ""}`;

function Group({
  view,
  inputs,
}: {
  readonly view: FieldView;
  readonly inputs: readonly Input[];
}): JSX.Element {
  const loose = inputs.filter(({ group }) => group === undefined);
  const groups = [...new Set(inputs.flatMap(({ group }) => group ?? []))];
  return (
    <>
      <div class={view.kind === "date" ? "date-parts" : "stack-small"}>
        {loose.map((input) => (
          <Part key={input.id} view={view} input={input} />
        ))}
      </div>
      {groups.map((group) => (
        <fieldset key={group} class="notice">
          <legend class="field-label">{group} (optionnel)</legend>
          <div class="stack-small">
            {inputs
              .filter((input) => input.group === group)
              .map((input) => (
                <Part key={input.id} view={view} input={input} />
              ))}
          </div>
        </fieldset>
      ))}
      {view.more && (
        <p class="more">
          <button class="button button-quiet" type="submit" name={view.more.name} value="oui">
            {view.more.label}
          </button>
        </p>
      )}
    </>
  );
}

function Part({ view, input }: { readonly view: FieldView; readonly input: Input }): JSX.Element {
  if (input.options) return <Options input={input} />;
  const hintId = input.hint ? `${input.id}-aide` : undefined;
  return (
    <div class="part">
      {input.label && (
        <label for={input.id}>
          {labelOf({
            label: input.label,
            optional: input.optional && !view.optional && input.group === undefined,
          })}
        </label>
      )}
      {input.hint && (
        <span class="hint" id={hintId}>
          {input.hint}
        </span>
      )}
      <Control
        input={input}
        invalid={view.error !== undefined && view.anchor === input.id}
        {...(hintId && { describedBy: hintId })}
      />
    </div>
  );
}

/** Under an input: what was received, and why it was corrected. */
function Origin({ view }: { readonly view: FieldView }): JSX.Element | null {
  const { received, correction } = view.filled;
  if (!received) return null;
  return (
    <>
      {correction && view.receivedDisplay ? (
        <span class="origin origin-corrected">
          Vous corrigez : <span class="struck">{view.receivedDisplay.join(", ")}</span>.{" "}
          {origin(received.provenance)}
        </span>
      ) : (
        <span class="origin origin-received">
          {origin(received.provenance)}
          {view.filled.policy === "correctable" && ", modifiable"}
        </span>
      )}
      {view.remark && correction && (
        <>
          <label for={view.remark.id}>{labelOf({ label: view.remark.label ?? "", optional: true })}</label>
          <Control input={view.remark} />
        </>
      )}
    </>
  );
}
