const NO_BREAK = "\u00a0";
const NARROW_NO_BREAK = "\u202f";

/**
 * French spacing, in one place: a space that must not break stands before `:`, `»`, `€`, `%`, in hours, and after `«` and `n°`, a narrow one
 * before `;`, `!`, `?`. Only text is touched, never an attribute, nor what a citizen typed in a text area.
 *
 * @param html what preact rendered: attributes in double quotes, `<` escaped in text
 * @example
 * typography("<p>Une erreur ?</p>"); // "<p>Une erreur\u202f?</p>"
 */
export function typography(html: string): string {
  let verbatim = false;
  return html.replace(/<(?:"[^"]*"|[^>"])*>|[^<]+/g, (token) => {
    if (!token.startsWith("<")) return verbatim ? token : spaced(token);
    if (/^<\/?(?:textarea|option)\b/.test(token)) verbatim = !token.startsWith("</");
    return token;
  });
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
