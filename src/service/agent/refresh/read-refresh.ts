import type { FieldError } from "../../../procedures/index.ts";
import { textOf } from "../form-body.ts";
import { REFRESH_PURPOSES, type RefreshPurpose } from "./purposes.ts";

/** Characters; what is longer is a decision's reason, not a purpose. */
export const LONGEST_REMARK = 500;

/** What the agent filled in, kept so that nothing has to be typed twice. */
export interface RefreshForm {
  readonly purpose?: RefreshPurpose;
  readonly remark: string;
}

/** Reads the form that says why a source is asked again. */
export function readRefresh(body: unknown): {
  readonly form: RefreshForm;
  readonly errors: readonly FieldError[];
} {
  const purpose = REFRESH_PURPOSES.find(({ value }) => value === textOf(body, "raison"));
  const remark = textOf(body, "precision");
  return { form: { remark, ...(purpose && { purpose }) }, errors: problemsOf(purpose, remark) };
}

function problemsOf(purpose: RefreshPurpose | undefined, remark: string): readonly FieldError[] {
  const problem = (field: string, message: string): FieldError => ({ field, anchor: field, message });
  if (!purpose) return [problem("raison", "Choisissez pourquoi vous interrogez de nouveau cette source.")];
  if (purpose.value === "autre" && remark === "") {
    return [problem("precision", "Précisez la raison, par exemple « L’usager signale une séparation ».")];
  }
  const length = [...remark].length;
  return length > LONGEST_REMARK
    ? [
        problem(
          "precision",
          `La précision doit compter au plus ${LONGEST_REMARK} caractères : il y en a ${length}. Raccourcissez le texte.`,
        ),
      ]
    : [];
}
