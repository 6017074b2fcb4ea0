/** A name as it stands in an address: `Saint-Étienne-du-Grès` becomes `saint-etienne-du-gres`. */
export function slugOf(name: string): string {
  const slug = name
    .replace(/œ/gi, "oe")
    .replace(/æ/gi, "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-|-$/g, "");
  return slug === "" ? "collectivite" : slug;
}
