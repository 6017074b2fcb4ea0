import type { FieldError, FieldView, StepView } from "../../procedures/index.ts";

const BRING_IT = "Cochez la case pour indiquer que vous fournirez ce document plus tard, ou à l’accueil.";

/**
 * A step as this portal can show it: it keeps no files, so that a document is promised with a box, then brought to the
 * counter. Errors lead to that box.
 */
export function withoutUploads(
  view: Pick<StepView, "fields">,
  errors: readonly FieldError[],
): { readonly fields: readonly FieldView[]; readonly errors: readonly FieldError[] } {
  const fields = view.fields.map((field): FieldView => {
    const inputs = field.inputs.filter(({ type }) => type !== "file");
    const box = inputs[0]?.options?.[0]?.id;
    if (inputs.length === field.inputs.length || box === undefined) return field;
    return { ...field, inputs, anchor: box, ...(field.error && { error: BRING_IT }) };
  });
  const moved = new Map(
    fields.flatMap(({ name, error, anchor }) => (error === BRING_IT ? [[name, anchor] as const] : [])),
  );
  return {
    fields,
    errors: errors.map((error) => {
      const anchor = moved.get(error.field);
      return anchor === undefined ? error : { ...error, anchor, message: BRING_IT };
    }),
  };
}
