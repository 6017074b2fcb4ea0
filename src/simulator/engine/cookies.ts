/** A `Cookie` header without the library's cookies of one platform: the library then starts anew. */
export function withoutCookies(header: string | undefined, prefix: string): string {
  const dropped = new RegExp(`^${prefix}_(session|interaction|interaction_resume)(\\.sig)?=`);
  return (header ?? "")
    .split(/;\s*/)
    .filter((pair) => pair !== "" && !dropped.test(pair))
    .join("; ");
}
