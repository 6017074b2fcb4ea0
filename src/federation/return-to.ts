const LONGEST = 2_048;

/** Control characters and backslashes: browsers and servers read them differently. */
const AMBIGUOUS = /[\\\p{Cc}]/u;

/**
 * A local address to send the browser back to: path, query and fragment on our own origin, or the home page.
 * Never throws: every value that is malformed, foreign or a login page itself becomes the home page.
 *
 * @param value what came with the request, of any type
 * @param baseUrl the public address; its path, if it has one, is the home page
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html
 * @example
 * import { parseReturnTo } from "passerelle";
 * parseReturnTo("/cantine?enfant=2", "https://demarches.example.fr"); // "/cantine?enfant=2"
 * parseReturnTo("//evil.example", "https://demarches.example.fr"); // "/"
 */
export function parseReturnTo(value: unknown, baseUrl: string): string {
  const base = new URL(baseUrl);
  const home = base.pathname.endsWith("/") ? base.pathname : `${base.pathname}/`;
  if (typeof value !== "string" || value.length > LONGEST) return home;
  if (!value.startsWith("/") || value.startsWith("//") || AMBIGUOUS.test(value)) return home;
  if (!URL.canParse(value, base)) return home;
  const { origin, pathname, search, hash } = new URL(value, base);
  /** `/.//host` is harmless until it is normalised. */
  if (origin !== base.origin || pathname.startsWith("//")) return home;
  if (`${pathname}/`.startsWith(`${home}auth/`)) return home;
  return pathname + search + hash;
}
