import type { JSX } from "preact";
import type { FieldView, Input } from "../../procedures/index.ts";
import { dossierPaths } from "../citizen/dossier-now.ts";
import { origin, valueWords } from "../citizen/words.ts";
import { useLanguage, Words } from "../language/index.ts";
import { Control, Options } from "./control.tsx";
import { FieldMessage } from "./error-summary.tsx";
import { ReceivedFiles } from "./files.tsx";

/** How a form with these fields is sent: only one that asks for files needs to carry them. */
export function encodingFor(fields: readonly FieldView[]): "multipart/form-data" | undefined {
  return fields.some(({ files }) => files !== undefined) ? "multipart/form-data" : undefined;
}

export interface FieldProps {
  readonly view: FieldView;
  /** The draft or the dossier that holds the files of the field. */
  readonly holder: string;
}

/** One field of a step: what the State gave, as text; what is asked, as inputs. */
export function Field({ view, holder }: FieldProps): JSX.Element {
  return view.mode === "shown" ? <Shown view={view} /> : <Asked view={view} holder={holder} />;
}

function Shown({ view }: { readonly view: FieldView }): JSX.Element {
  const speech = useLanguage();
  const { received, contested } = view.filled;
  return (
    <div class="field">
      <p class="field-label" id={view.anchor}>
        <Words text={view.label} />
      </p>
      <div class="given">
        <p class="given-value">
          <Lines lines={valueWords(speech, view.kind, view.display)} />
        </p>
        {received && <span class="origin origin-received">{origin(speech, received.provenance)}</span>}
        {view.remark && (
          <details open={contested !== undefined}>
            <summary>{speech.t("Contester cette donnée")}</summary>
            <label for={view.remark.id}>
              <Words text={view.remark.label ?? ""} />
            </label>
            <Control input={view.remark} />
          </details>
        )}
      </div>
    </div>
  );
}

/** A value in words, line by line; « Non indiqué » where there is none. */
export function Lines({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  const { t } = useLanguage();
  if (lines.length === 0) return <span class="soft">{t("Non indiqué")}</span>;
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

function Asked({ view, holder }: FieldProps): JSX.Element {
  const { inputs } = view;
  const hintId = view.hint ? `${view.anchor}-aide` : undefined;
  const errorId = view.error ? `${view.anchor}-erreur` : undefined;
  const described = [hintId, errorId].filter(Boolean).join(" ") || undefined;
  const after = (
    <>
      {view.hint && (
        <span class="hint" id={hintId}>
          <Words text={view.hint} />
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
          <legend>
            <Label {...view} />
          </legend>
          {after}
          {view.files && <ReceivedFiles files={view.files} hrefOf={dossierPaths(holder).document} />}
          <Group view={view} inputs={inputs} />
        </fieldset>
      ) : only.options ? (
        <>
          {after}
          <Options
            input={only}
            invalid={view.error !== undefined}
            {...(described && { describedBy: described })}
          />
        </>
      ) : (
        <>
          <label for={only.id}>
            <Label {...view} />
          </label>
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

function Label({ label, optional }: Pick<FieldView, "label" | "optional">): JSX.Element {
  const { t } = useLanguage();
  const words = <Words text={label} />;
  return optional ? t("{label} (optionnel)", { label: words }) : words;
}

function Group({
  view,
  inputs,
}: {
  readonly view: FieldView;
  readonly inputs: readonly Input[];
}): JSX.Element {
  const loose = inputs.filter(({ group }) => group === undefined);
  // The button that joins files stands under their input, before the box that promises them.
  const first = view.files ? loose.slice(0, 1) : loose;
  const groups = [...new Set(inputs.flatMap(({ group }) => group ?? []))];
  return (
    <>
      <div class={view.kind === "date" ? "date-parts" : "stack-small"}>
        {first.map((input) => (
          <Part key={input.id} view={view} input={input} />
        ))}
      </div>
      {groups.map((group) => (
        <fieldset key={group} class="notice">
          <legend class="field-label">
            <Label label={group} optional />
          </legend>
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
            <Words text={view.more.label} />
          </button>
        </p>
      )}
      {loose.slice(first.length).map((input) => (
        <Part key={input.id} view={view} input={input} />
      ))}
    </>
  );
}

function Part({ view, input }: { readonly view: FieldView; readonly input: Input }): JSX.Element {
  if (input.options) return <Options input={input} />;
  const hintId = input.hint ? `${input.id}-format` : undefined;
  return (
    <div class="part">
      {input.label && (
        <label for={input.id}>
          <Label
            label={input.label}
            optional={input.optional && !view.optional && input.group === undefined}
          />
        </label>
      )}
      {input.hint && (
        <span class="hint" id={hintId}>
          <Words text={input.hint} />
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
  const speech = useLanguage();
  const { t } = speech;
  const { received, correction } = view.filled;
  if (!received) return null;
  const from = origin(speech, received.provenance);
  return (
    <>
      {correction && view.receivedDisplay ? (
        <span class="origin origin-corrected">
          {t("Vous corrigez : {value}.", {
            value: (
              <span class="struck">{valueWords(speech, view.kind, view.receivedDisplay).join(", ")}</span>
            ),
          })}{" "}
          {from}
        </span>
      ) : (
        <span class="origin origin-received">
          {view.filled.policy === "correctable" ? t("{from}, modifiable", { from }) : from}
        </span>
      )}
      {view.remark && correction && (
        <>
          <label for={view.remark.id}>
            <Label label={view.remark.label ?? ""} optional />
          </label>
          <Control input={view.remark} />
        </>
      )}
    </>
  );
}
