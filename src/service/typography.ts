import type { Language } from "./language/index.ts";

const NO_BREAK = "\u00a0";
const NARROW_NO_BREAK = "\u202f";

/**
 * French spacing, in one place: a space that must not break stands before `:`, `»`, `€`, `%`, in hours, and after `«` and `n°`, a narrow one
 * before `;`, `!`, `?`. Only text is touched, never an attribute, nor what a citizen typed in a text area.
 *
 * @param html what preact rendered: attributes in double quotes, `<` escaped in text
 * @param language of the page: in an English one only what is marked `lang="fr"` is spaced
 * @example
 * typography("<p>Une erreur ?</p>"); // "<p>Une erreur\u202f?</p>"
 */
export function typography(html: string, language: Language = "fr"): string {
  let verbatim = false;
  const isFrench = language === "fr" ? () => true : frenchParts();
  return html.replace(/<(?:"[^"]*"|[^>"])*>|[^<]+/g, (token) => {
    const french = isFrench(token);
    if (!token.startsWith("<")) return verbatim || !french ? token : spaced(token);
    if (/^<\/?(?:textarea|option)\b/.test(token)) verbatim = !token.startsWith("</");
    return token;
  });
}

/** Follows the elements of a page, token by token: true between a tag with `lang="fr"` and the one that closes it. */
function frenchParts(): (token: string) => boolean {
  let element = "";
  let depth = 0;
  return (token) => {
    const [, closing, name = ""] = /^<(\/?)([a-z][\w-]*)/.exec(token) ?? [];
    if (depth === 0 && / lang="fr"/.test(token)) element = name;
    if (name !== "" && name === element) depth += closing ? -1 : 1;
    if (depth === 0) element = "";
    return depth > 0;
  };
}

/** The same for a text that never becomes HTML. */
export function spaced(text: string): string {
  return text
    .replace(/ ([:»€%])/g, `${NO_BREAK}$1`)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/ ([;!?])/g, `${NARROW_NO_BREAK}$1`)
    .replace(/(\d) h(?: (?=\d\d(?!\d)))?(?!\p{L})/gu, (hour) => hour.replaceAll(" ", NO_BREAK))
    .replace(/n° /g, `n°${NO_BREAK}`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${NARROW_NO_BREAK}`);
}
