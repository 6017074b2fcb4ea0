import type { JSX } from "preact";
import type { Price } from "../../procedures/index.ts";
import { capital, euros } from "../citizen/words.ts";

/** The amount, with the rule that made it: nobody has to believe a price. */
export function PriceBox({ price }: { readonly price: Price }): JSX.Element {
  return (
    <section class="price" aria-label={price.label}>
      <p>{price.label}</p>
      <p class="price-amount">
        {euros(price.cents)} <span class="price-unit">{price.unit}</span>
      </p>
      <p>{capital(price.explanation)}</p>
      <p class="small">Règle votée : {price.deliberation}.</p>
      {price.provisional && (
        <p class="small">
          Montant provisoire : il dépend d’une information que vous avez saisie et que nous vérifierons.
        </p>
      )}
    </section>
  );
}
