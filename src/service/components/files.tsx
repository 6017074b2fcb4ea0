import type { JSX } from "preact";
import type { DocumentReference, FileView } from "../../procedures/index.ts";
import { useLanguage } from "../language/index.ts";
import { Options } from "./control.tsx";

/** What the types that are kept are called. */
const NAMES: Readonly<Record<string, string>> = {
  "application/pdf": "PDF",
  "image/jpeg": "JPEG",
  "image/png": "PNG",
  "image/heic": "HEIC",
  "image/heif": "HEIC",
};

export interface FileLinkProps {
  readonly file: DocumentReference;
  /** Where it is downloaded. */
  readonly href: string;
}

/** « attestation.pdf (PDF, 48 ko) », to be downloaded. */
export function FileLink({ file, href }: FileLinkProps): JSX.Element {
  return (
    <>
      <a href={href} download class="file-name" dir="auto">
        {file.name}
      </a>{" "}
      <span class="soft small">
        ({NAMES[file.type]}, <Weight bytes={file.size} />)
      </span>
    </>
  );
}

function Weight({ bytes }: { readonly bytes: number }): JSX.Element {
  const { t, number } = useLanguage();
  const kilobytes = Math.max(1, Math.round(bytes / 1_000));
  return (
    <>
      {kilobytes < 1_000
        ? t("{size} ko", { size: kilobytes })
        : t("{size} Mo", { size: number(Math.round(bytes / 100_000) / 10) })}
    </>
  );
}

export interface FileLinksProps {
  readonly files: readonly DocumentReference[];
  /** Where each is downloaded. */
  readonly hrefOf: (document: string) => string;
}

/** The files of a field, one under the other. */
export function FileLinks(props: FileLinksProps): JSX.Element {
  return (
    <ul class="file-links" role="list">
      {props.files.map((file) => (
        <li key={file.id}>
          <FileLink file={file} href={props.hrefOf(file.id)} />
        </li>
      ))}
    </ul>
  );
}

/** The files received for a field, each with the box that takes it out. */
export function ReceivedFiles(props: {
  readonly files: readonly FileView[];
  readonly hrefOf: (document: string) => string;
}): JSX.Element | null {
  const { t } = useLanguage();
  const { files, hrefOf } = props;
  if (files.length === 0) return null;
  return (
    <div class="received-files stack-small">
      <p class="field-label">{t("Fichiers reçus")}</p>
      <ul role="list">
        {files.map((file) => (
          <li key={file.id}>
            <FileLink file={file} href={hrefOf(file.id)} />
            <Options input={file.remove} />
          </li>
        ))}
      </ul>
    </div>
  );
}
