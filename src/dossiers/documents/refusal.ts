import { DOCUMENT_LIMITS } from "../../procedures/index.ts";
import { cleanFileName } from "./file-name.ts";

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)}\u00A0Mo`;
const { bytesPerFile, bytesPerDossier, filesPerDossier, filesPerField, charactersOfName } = DOCUMENT_LIMITS;

/** What to do about a file that is not kept, said after its name. */
const MESSAGES = {
  document_empty: "ce fichier est vide. Ouvrez-le pour le vérifier, puis joignez-le de nouveau.",
  document_too_large: `ce fichier dépasse ${megabytes(bytesPerFile)}. Réduisez sa taille, ou photographiez le document en qualité moyenne.`,
  document_name_too_long: `le nom de ce fichier dépasse ${charactersOfName} caractères. Renommez-le plus court, puis joignez-le de nouveau.`,
  document_type_refused:
    "ce fichier n’est ni un PDF, ni une photo JPEG, PNG ou HEIC. Enregistrez-le en PDF, ou photographiez le document.",
  document_extension_wrong:
    "le contenu de ce fichier ne correspond pas à la fin de son nom. Joignez le document d’origine, sans le renommer.",
  document_damaged:
    "ce fichier est incomplet ou abîmé. Ouvrez-le pour le vérifier, puis joignez-le de nouveau.",
  document_disguised:
    "ce fichier contient autre chose qu’un document. Imprimez-le en PDF, ou photographiez le document.",
  documents_at_once: `joignez ${filesPerField} fichiers à la fois. Choisissez de nouveau celui-ci.`,
  documents_too_heavy: `vos documents dépassent ${megabytes(bytesPerDossier)} en tout. Retirez-en un, ou apportez celui-ci à l’accueil.`,
  documents_too_many: `cette demande contient déjà ${filesPerDossier} fichiers. Apportez celui-ci à l’accueil.`,
} as const;

export type DocumentRefusalCode = keyof typeof MESSAGES;

/** Why a file was not kept. */
export interface DocumentRefusal {
  readonly code: DocumentRefusalCode;
  /** Which file, and what to do about it. */
  readonly citizenMessage: string;
}

/** Characters of a name that a message shows. */
const SHOWN = 60;

/**
 * The refusal of a file.
 *
 * @param rawName as it arrived
 * @example
 * import { refuseDocument } from "../index.ts";
 * refuseDocument("document_empty", "scan.pdf").code; // "document_empty"
 */
export function refuseDocument(code: DocumentRefusalCode, rawName: string): DocumentRefusal {
  const name = [...(cleanFileName(rawName) || "document")];
  const shown = name.length > SHOWN ? [...name.slice(0, SHOWN - 13), "…", ...name.slice(-12)] : name;
  return { code, citizenMessage: `«\u00A0${shown.join("")}\u00A0»\u00A0: ${MESSAGES[code]}` };
}

/**
 * Tells a file that was not kept from one that was.
 *
 * @example
 * import { isRefused, refuseDocument } from "../index.ts";
 * isRefused(refuseDocument("document_empty", "scan.pdf")); // true
 */
export function isRefused<Kept extends object>(kept: Kept | DocumentRefusal): kept is DocumentRefusal {
  return "citizenMessage" in kept;
}
