import type { JSX } from "preact";
import type { Price } from "../../procedures/index.ts";
import { capital } from "../citizen/words.ts";
import { useLanguage, Words } from "../language/index.ts";

/** The amount, with the rule that made it: nobody has to believe a price. */
export function PriceBox({ price }: { readonly price: Price }): JSX.Element {
  const { t, translate, euros } = useLanguage();
  return (
    <section class="price" aria-label={translate(price.label)}>
      <p>
        <Words text={price.label} />
      </p>
      <p class="price-amount">
        {euros(price.cents)}{" "}
        <span class="price-unit">
          <Words text={price.unit} />
        </span>
      </p>
      <p>
        <Words text={price.explanation} written={capital} />
      </p>
      <p class="small">
        {t("Règle votée : {reference}.", { reference: <Words text={price.deliberation} /> })}
      </p>
      {price.provisional && (
        <p class="small">
          {t(
            "Montant provisoire : il dépend d’une information que vous avez saisie et que nous vérifierons.",
          )}
        </p>
      )}
    </section>
  );
}
