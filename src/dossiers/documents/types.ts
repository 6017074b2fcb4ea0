/** A kind of file that is taken as a document. */
export interface DocumentType {
  /** As the content says. */
  readonly type: string;
  /** What the name may end with; the first one is given to a name without any. */
  readonly extensions: readonly [string, ...string[]];
  /** Bytes that a whole file contains; one cut short does not. */
  readonly end?: string;
}

/** HTML, SVG and office files are not among them: they run, or hide, what no agent should open. */
export const DOCUMENT_TYPES: readonly DocumentType[] = [
  { type: "application/pdf", extensions: ["pdf"], end: "%%EOF" },
  { type: "image/jpeg", extensions: ["jpg", "jpeg", "jpe", "jfif"], end: "\u00ff\u00d9" },
  { type: "image/png", extensions: ["png"], end: "IEND\u00ae\u0042\u0060\u0082" },
  { type: "image/heic", extensions: ["heic", "heif"] },
  { type: "image/heif", extensions: ["heif", "heic"] },
];
