/** A browser, or a web server, that is led to read the file as something else would run what follows. */
const RUNS = /<(?:html|script)[\s>]|<!doctype html|<\?php\s/i;
const PDF = "%PDF-";
const PDF_END = "%%EOF";
/** A PDF reader looks for its header, and a browser for tags, in so many first bytes. */
const HEAD = 1_024;
/** The end of a ZIP (or JAR, or office file) stands in so many last bytes, whatever stands before. */
const ZIP_END = "PK\u0005\u0006";
const ZIP_TAIL = 65_557;

/**
 * Whether a file of this type is at the same time a file of another: a web page in a photo, an archive behind a PDF.
 *
 * @param text the content, one character per byte
 * @see https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type
 */
export function isDisguised(text: string, type: string): boolean {
  if (text.slice(-ZIP_TAIL).includes(ZIP_END)) return true;
  if (type !== "application/pdf") return RUNS.test(text) || text.slice(0, HEAD).includes(PDF);
  // Inside a PDF, a form may hold its own scripts, which its reader keeps to itself.
  return RUNS.test(text.slice(0, HEAD)) || RUNS.test(text.slice(text.lastIndexOf(PDF_END)));
}
