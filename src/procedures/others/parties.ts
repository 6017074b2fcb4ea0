import type { FilledForm } from "../form.ts";
import { FILER_STEP } from "./steps-for-others.ts";

/** Whom a form is about, and who filed it where that is somebody else. */
export interface Parties {
  /** « Jeanne MARTIN »; empty where the form asks for no name. */
  readonly beneficiary: string;
  readonly filer?: { readonly name: string; readonly capacity: string };
}

/**
 * Whom a form is about, and who filed it.
 *
 * @example
 * import { partiesOf } from "passerelle";
 * partiesOf(dossier.form); // { beneficiary: "Jeanne MARTIN", filer: { name: "Paul MARTIN", capacity: "Proche aidant" } }
 */
export function partiesOf(form: FilledForm): Parties {
  const text = (name: string): string =>
    form.fields.find((field) => field.name === name)?.display.join(" ") ?? "";
  const called = (...names: readonly string[]): string => names.join(" ").trim();
  const beneficiary = called(text("prenoms"), text("nom-d-usage") || text("nom-de-naissance"));
  if (form.beneficiary !== "other") return { beneficiary };
  const name = called(text(`${FILER_STEP}-prenoms`), text(`${FILER_STEP}-nom`));
  return { beneficiary, filer: { name, capacity: text(`${FILER_STEP}-qualite`) } };
}
