import { DOCUMENT_LIMITS } from "../document-limits.ts";
import type { FieldValue } from "../form.ts";
import { isParts, type Parts } from "../value.ts";
import { inputOptions } from "./choice.ts";
import { about, input, inputName, type Kind } from "./kind.ts";

const isLater = (value: FieldValue | undefined): boolean =>
  value !== undefined && isParts(value) && value.later === true;

const LATER = { value: "oui", label: "Je fournirai ce document plus tard, ou à l’accueil" };

const HINT = `PDF, JPEG, PNG ou HEIC, ${DOCUMENT_LIMITS.bytesPerFile / 1_000_000} Mo par fichier au plus.`;

/**
 * Files that stand in for a silent source. They are received and stored elsewhere (`attachDocument`);
 * the form holds their references, or the promise to bring them: a missing scanner blocks nobody.
 */
export const document: Kind = {
  grouped: true,
  fromSource: () => undefined,
  parse: (field, body, { answer }) => {
    const removed = body.many(inputName(field, "remove"));
    const files = (Array.isArray(answer) ? answer : []).filter(
      (file: FieldValue) => isParts(file) && !removed.includes(String(file.id)),
    );
    if (files.length > 0) return { value: files };
    return { value: body.one(inputName(field, "later")) === LATER.value ? { later: true } : null };
  },
  write: (field, value) => ({ [inputName(field, "later")]: isLater(value) ? [LATER.value] : [] }),
  check: (field, value) => {
    if (isLater(value)) return undefined;
    if (!Array.isArray(value)) return { message: about(field, "joignez ce document.") };
    const most = Number(field.max ?? DOCUMENT_LIMITS.filesPerField);
    return value.length > most ? { message: `Joignez au plus ${most} fichiers.` } : undefined;
  },
  inputs: (field, typed) => {
    const later = inputName(field, "later");
    return [
      input(field, "file", typed, { label: "Fichiers à joindre", hint: HINT }),
      input(field, "checkbox", typed, {
        part: "later",
        optional: true,
        options: inputOptions(later, [LATER], typed[later] ?? []),
      }),
    ];
  },
  display: (_field, value) => {
    if (isLater(value)) return ["À fournir plus tard"];
    return Array.isArray(value) ? value.filter(isParts).map((file: Parts) => String(file.name ?? "")) : [];
  },
};
