import type { FieldError, FieldView } from "../../../procedures/index.ts";

const BRING_IT = "Cochez la case : le document sera présenté ou remis plus tard.";

/**
 * A step as the counter shows it. Paper is looked at, not scanned, so that a document is promised with its box, and errors
 * lead to that box. The agent's browser offers nothing of the agent's own.
 *
 * @see https://www.w3.org/TR/WCAG22/#identify-input-purpose (for data about the user alone)
 */
export function fieldsAtCounter(
  fields: readonly FieldView[],
  errors: readonly FieldError[],
): { readonly fields: readonly FieldView[]; readonly errors: readonly FieldError[] } {
  const boxes = new Map<string, string>();
  const shown = fields.map((field): FieldView => {
    const { files: _files, more: _more, ...rest } = field;
    const inputs = field.inputs
      .filter(({ type }) => type !== "file")
      .map((input) => ({ ...input, autocomplete: "off" }));
    const box = inputs[0]?.options?.[0]?.id;
    if (inputs.length === field.inputs.length || box === undefined) return { ...field, inputs };
    boxes.set(field.name, box);
    return { ...rest, inputs, anchor: box, ...(field.error && { error: BRING_IT }) };
  });
  const moved = errors.map((error) => {
    const anchor = boxes.get(error.field);
    return anchor === undefined ? error : { ...error, anchor, message: BRING_IT };
  });
  return { fields: shown, errors: moved };
}
