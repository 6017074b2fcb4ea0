import type { FieldError, FieldView } from "../../../procedures/index.ts";

const BRING_IT = "Cochez la case : le document sera présenté ou remis plus tard.";

/**
 * A step as the counter shows it: paper is looked at, not scanned, so that a document is promised with its box. Errors
 * lead to that box.
 */
export function paperOnly(
  fields: readonly FieldView[],
  errors: readonly FieldError[],
): { readonly fields: readonly FieldView[]; readonly errors: readonly FieldError[] } {
  const boxes = new Map<string, string>();
  const shown = fields.map((field): FieldView => {
    const { files: _files, more, ...rest } = field;
    const inputs = field.inputs.filter(({ type }) => type !== "file");
    const box = inputs[0]?.options?.[0]?.id;
    if (inputs.length === field.inputs.length || box === undefined) return field;
    boxes.set(field.name, box);
    return { ...rest, inputs, anchor: box, ...(field.error && { error: BRING_IT }) };
  });
  const moved = errors.map((error) => {
    const anchor = boxes.get(error.field);
    return anchor === undefined ? error : { ...error, anchor, message: BRING_IT };
  });
  return { fields: shown, errors: moved };
}
