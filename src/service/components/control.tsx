import type { JSX } from "preact";
import type { Input, InputOption } from "../../procedures/index.ts";
import { Words } from "../language/index.ts";

export interface ControlProps {
  readonly input: Input;
  /** Ids of the hint and the message that describe it. */
  readonly describedBy?: string;
  readonly invalid?: boolean;
  /** For the one input of a field: its unit stands beside it. */
  readonly unit?: string;
}

/** Widths that the stylesheet knows, in characters. */
const WIDTHS = [2, 4, 10, 20] as const;

const widthClass = (width: number | undefined): string | undefined => {
  const fitting = width === undefined ? undefined : WIDTHS.find((known) => width <= known);
  return fitting && `width-${fitting}`;
};

/** Without HEIC, so that a telephone turns its photos into JPEG, which every agent can open; one that is sent is kept. */
const ACCEPTED = ".pdf,.jpg,.jpeg,.png";

/** One control with what describes it; its label stands before it. */
export function Control({ input, describedBy, invalid = false, unit }: ControlProps): JSX.Element {
  const shared = {
    id: input.id,
    name: input.name,
    required: !input.optional,
    ...(describedBy && { "aria-describedby": describedBy }),
    ...(invalid && { "aria-invalid": true as const }),
    ...(input.maxLength && { maxLength: input.maxLength }),
    ...(input.autocomplete && { autocomplete: input.autocomplete as AutoFill }),
  };
  if (input.type === "file") {
    const { required: _required, ...file } = shared;
    return <input type="file" {...file} accept={ACCEPTED} multiple />;
  }
  if (input.type === "textarea") return <textarea {...shared}>{input.value}</textarea>;
  const width = widthClass(input.width);
  const typed = {
    ...shared,
    value: input.value,
    spellcheck: false,
    ...(width && { class: width }),
    ...(input.inputMode && { inputMode: input.inputMode }),
  };
  const text =
    input.type === "email" ? (
      <input type="email" {...typed} />
    ) : input.type === "tel" ? (
      <input type="tel" {...typed} />
    ) : (
      <input type="text" {...typed} />
    );
  return unit ? (
    <div class="suffixed">
      {text}
      <span aria-hidden="true">
        <Words text={unit} />
      </span>
    </div>
  ) : (
    text
  );
}

/** Boxes or buttons to choose from, each with its own label. */
export function Options({ input, ...described }: ControlProps): JSX.Element {
  return (
    <div class="choices">
      {(input.options ?? []).map((option) => (
        <Choice key={option.id} input={input} option={option} {...described} />
      ))}
    </div>
  );
}

interface ChoiceProps extends ControlProps {
  readonly option: InputOption;
}

function Choice({ input, option, describedBy, invalid }: ChoiceProps): JSX.Element {
  const hint = option.hint ? `${option.id}-aide` : undefined;
  const described = [hint, describedBy].filter(Boolean).join(" ") || undefined;
  return (
    <div class="choice">
      <input
        type={input.type === "radio" ? "radio" : "checkbox"}
        id={option.id}
        name={input.name}
        value={option.value}
        checked={option.checked}
        aria-describedby={described}
        aria-invalid={invalid || undefined}
      />
      <label for={option.id}>
        <Words text={option.label} />
      </label>
      {option.hint && (
        <span class="hint" id={hint}>
          <Words text={option.hint} />
        </span>
      )}
    </div>
  );
}
