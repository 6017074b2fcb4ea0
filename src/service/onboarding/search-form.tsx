import type { JSX } from "preact";

/** By name, SIREN or SIRET. */
export function SearchForm({ words = "" }: { readonly words?: string }): JSX.Element {
  return (
    <form class="find" method="get" action="/deploiement/collectivites">
      <div class="field">
        <label for="recherche">Nom, SIREN ou SIRET</label>
        <input id="recherche" name="q" type="text" value={words} maxLength={100} autocomplete="off" />
      </div>
      <button class="button" type="submit">
        Chercher
      </button>
    </form>
  );
}
