import type { SatisfactionButton } from "../../procedures/index.ts";

/** Where « Je donne mon avis » answers, and from where it serves its own button. */
export const JDMA = "https://jedonnemonavis.numerique.gouv.fr";

/** The image of the button, as its generator writes it. */
export const JDMA_IMAGE = { src: `${JDMA}/static/bouton-bleu-clair.svg`, width: 200, height: 85 } as const;

/**
 * The address of the questionnaire, in the form that the button's generator writes today.
 *
 * @see https://jedonnemonavis.numerique.gouv.fr
 * @example
 * jdmaAddress({ product: 3977, button: 4400 }); // https://jedonnemonavis.numerique.gouv.fr/Demarches/3977?button=4400
 */
export function jdmaAddress({ product, button, form }: SatisfactionButton): string {
  const path = form === undefined ? `/Demarches/${product}` : `/Demarches/avis/${form}`;
  return `${JDMA}${path}?button=${button}`;
}

/** The origin whose images a page may show: the button's, on the confirmation page of a procedure that has one. */
export function jdmaImages(
  procedures: readonly { readonly slug: string; readonly satisfaction?: SatisfactionButton }[],
): (path: string) => readonly string[] {
  const withButton = new Set(procedures.flatMap(({ slug, satisfaction }) => (satisfaction ? [slug] : [])));
  return (path) => {
    const slug = /^\/demarches\/([^/?]+)\/confirmation\//.exec(path)?.[1];
    return slug !== undefined && withButton.has(slug) ? [JDMA] : [];
  };
}
