import type { DocumentReference } from "../../procedures/index.ts";
import type { DraftKey } from "../draft.ts";
import type { DocumentRefusal } from "./refusal.ts";

/** A file as it arrived: nothing about it is believed. */
export interface ReceivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that is kept, without its content. */
export interface KeptDocument extends DocumentReference {
  /** The field it was joined to. */
  readonly field: string;
  readonly receivedAt: string;
}

/** A file that is kept, with its content. */
export interface OpenedDocument extends KeptDocument {
  readonly bytes: Uint8Array;
}

/**
 * Files that stand in for a silent source. Each belongs to one field of one draft, then of the dossier under the same
 * id, and leaves with it.
 */
export interface Documents {
  /**
   * Keeps a file for a draft, or for a dossier whose correction is asked. Once it resolves with a reference, the file
   * is on disk; it counts as joined when the form names it. A file that cannot be kept is told why, never thrown.
   */
  keep(
    request: DraftKey & { readonly field: string; readonly file: ReceivedFile },
  ): Promise<DocumentReference | DocumentRefusal>;
  /** Those of a draft or a dossier of these owners, oldest first; none where it is somebody else's. */
  list(request: DraftKey): Promise<readonly KeptDocument[]>;
  /** The citizen's own; undefined where it is somebody else's, or another dossier's. */
  read(request: DraftKey & { readonly document: string }): Promise<OpenedDocument | undefined>;
  /** One that the dossier's form names, or named before a correction. The caller records the download with its purpose. */
  readForAgent(request: {
    readonly collectivite: string;
    readonly id: string;
    readonly document: string;
  }): Promise<OpenedDocument | undefined>;
  /** Carries the files of a draft over to another one of the same citizen, which takes its answers. */
  move(request: { readonly from: DraftKey; readonly to: DraftKey }): Promise<void>;
  /** Takes files out of a draft; what was sent stays. */
  remove(request: DraftKey & { readonly documents: readonly string[] }): Promise<void>;
}
