import type { JSX } from "preact";
import type { SatisfactionButton } from "../../../procedures/index.ts";
import { useLanguage } from "../../language/index.ts";
import { JDMA_IMAGE, jdmaAddress } from "../jdma.ts";

/** How the citizen may say what they think: the State's button, or our own questions. */
export type FeedbackWay = { readonly button: SatisfactionButton } | { readonly href: string };

/**
 * « Je donne mon avis »: alone at the end of the page, with what it is for.
 *
 * @see https://jedonnemonavis.numerique.gouv.fr
 */
export function Feedback({ way }: { readonly way: FeedbackWay }): JSX.Element {
  const { t } = useLanguage();
  return (
    <section class="feedback stack-small no-print" aria-labelledby="avis">
      <h2 id="avis">{t("Aidez-nous à améliorer cette démarche")}</h2>
      <p>
        {t(
          "Dites-nous en une minute comment ça s’est passé. Votre avis est anonyme et ne change rien à l’examen de votre demande.",
        )}
      </p>
      <p>
        {"button" in way ? (
          <a
            class="jdma"
            href={jdmaAddress(way.button)}
            target="_blank"
            rel="noopener noreferrer"
            title="Je donne mon avis - nouvelle fenêtre"
            lang="fr"
          >
            <img {...JDMA_IMAGE} alt="Je donne mon avis" />
          </a>
        ) : (
          <a class="button button-quiet" href={way.href}>
            {t("Je donne mon avis")}
          </a>
        )}
      </p>
    </section>
  );
}
