import type { JSX } from "preact";
import type { Territory } from "../../onboarding/index.ts";
import { Layout, PageHead } from "../components/layout.tsx";
import type { Frame } from "../frame.ts";
import { SearchForm } from "./search-form.tsx";
import { KINDS, whole } from "./words.ts";

export interface SearchPageProps {
  readonly frame: Frame;
  readonly words: string;
  readonly found: readonly Territory[];
}

/** The collectivités that answer to a name. */
export function SearchPage({ frame, words, found }: SearchPageProps): JSX.Element {
  return (
    <Layout frame={frame} title="Trouver une collectivité">
      <PageHead
        title="Trouver une collectivité"
        back={{ href: "/deploiement", label: "Le déploiement" }}
        lead={words && found.length === 0 ? `Aucune collectivité ne répond à « ${words} ».` : undefined}
      />
      <div class="stack">
        <SearchForm words={words} />
        {found.length > 0 && (
          <ul class="found">
            {found.map(({ code, kind, name, departement, population }) => (
              <li key={code}>
                <a href={`/deploiement/collectivites/${code}`}>{name}</a>{" "}
                <span class="soft">
                  {KINDS[kind]}
                  {departement && `, ${departement}`}
                  {population !== undefined && `, ${whole(population)} habitants`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Layout>
  );
}
