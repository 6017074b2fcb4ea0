import type { Request, RequestHandler } from "express";
import multer, { MulterError, type StorageEngine } from "multer";
import { DOCUMENT_LIMITS, type Field, type Procedure } from "../../procedures/index.ts";
import type { House } from "../house.ts";
import { type Limit, limit } from "../limit.ts";

/** A file of a posted form. Its bytes stop just after what is allowed; a file beyond the count has none. */
export interface Upload {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** One too many for one form: it was not read. */
  readonly unread: boolean;
}

/** Every answer of the longest procedure, with remarks: as much as a form without files may post. */
const FORM = { fields: 300, fieldSize: 100_000, fieldNameSize: 200, fieldNestingDepth: 0 } as const;
const { bytesPerFile, filesPerField: FILES_READ } = DOCUMENT_LIMITS;
/** Beyond so many, files are not even named in the answer. */
const FILES_NAMED = 4 * FILES_READ;

const UPLOADS: Limit = {
  perMinute: 60,
  code: "too_many_uploads",
  citizenTitle: "Trop d’envois en même temps",
  citizenMessage:
    "Beaucoup de documents viennent de votre adresse. Patientez une minute, puis revenez en arrière et envoyez de nouveau.",
};

/** The form cannot be read as one: it was cut on the way, or was not written by our page. */
class UnreadableForm extends Error {
  readonly code = "form_unreadable";
  readonly status: 400 | 413;
  readonly citizenTitle = "Votre envoi n’a pas pu être lu";
  readonly citizenMessage =
    "Revenez en arrière, puis envoyez de nouveau. Si cela se répète, enregistrez vos réponses sans document, et apportez-le à l’accueil.";

  constructor(override readonly cause: unknown) {
    super("a multipart form could not be read");
    this.name = "UnreadableForm";
    this.status = cause instanceof MulterError && cause.code.startsWith("LIMIT_") ? 413 : 400;
  }
}

const uploads = new WeakMap<Request, Upload[]>();

/** The files that came with this request. */
export const uploadsOf = (req: Request): readonly Upload[] => uploads.get(req) ?? [];

/**
 * Reads a form with files, those of the fields named alone; other forms pass untouched. Too much is never an error here:
 * what is beyond the limits is let by unread, so that the answers that came with it are not lost. Whoever has no session
 * leaves no file.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7578
 */
export function readUploads(isTaken: (req: Request, field: string) => boolean): readonly RequestHandler[] {
  const read = multer({
    storage: IN_MEMORY,
    limits: FORM,
    defParamCharset: "utf8",
    fileFilter: (req, file, done) => {
      const { length } = uploadsOf(req);
      done(null, length < FILES_NAMED && isTaken(req, file.fieldname));
    },
  }).any();
  return [
    (req, res, next) => (req.is("multipart/form-data") ? limited(req, res, next) : next()),
    (req, res, next) =>
      read(req, res, (error?: unknown) => next(error ? new UnreadableForm(error) : undefined)),
  ];
}

const limited = limit(UPLOADS);

/** Whether a step of the form asks for this file. */
export function isStepFile({ procedures }: House, { params }: Request, field: string): boolean {
  const procedure = procedures.find(({ slug }) => slug === params.slug);
  return documentFields(procedure).some(({ name, step }) => name === field && step === params.step);
}

/** Whether a procedure asks for this file: which one it is, the dossier says later. */
export function isFile({ procedures }: House, _req: Request, field: string): boolean {
  return procedures.some((procedure) => documentFields(procedure).some(({ name }) => name === field));
}

const documentFields = (procedure: Procedure | undefined): readonly Field[] =>
  procedure?.fields.filter(({ kind }) => kind === "document") ?? [];

/** Never more of a file in memory than may be kept, and one byte, which says that there was more. */
const IN_MEMORY: StorageEngine = {
  _handleFile: (req, { fieldname: field, originalname: name, stream }, done) => {
    const before = uploads.get(req) ?? [];
    const unread = before.length >= FILES_READ;
    const most = unread ? 0 : bytesPerFile + 1;
    const chunks: Buffer[] = [];
    let size = 0;
    const index = before.push({ field, name, bytes: Buffer.alloc(0), unread }) - 1;
    uploads.set(req, before);
    stream.on("data", (chunk: Buffer) => {
      if (size < most) chunks.push(chunk.subarray(0, most - size));
      size += chunk.length;
    });
    stream.on("end", () => {
      before[index] = { field, name, bytes: Buffer.concat(chunks), unread };
      done(null, {});
    });
  },
  _removeFile: (req, _file, done) => {
    uploads.delete(req);
    done(null);
  },
};
