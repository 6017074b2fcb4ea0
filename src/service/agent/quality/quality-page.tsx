import type { JSX } from "preact";
import {
  FEWEST_OPINIONS,
  type OpinionText,
  type QuarterIndicators,
  type Satisfaction,
  TEXT_MONTHS,
} from "../../../dossiers/index.ts";
import { PageHead } from "../../components/layout.tsx";
import { periodInWords } from "../../dates.ts";
import { Overview, Quarters, quarterWords, Standing } from "../../quality/index.ts";
import type { Desk } from "../desk.ts";
import { AgentLayout } from "../layout.tsx";

export interface AgentQualityPageProps {
  readonly desk: Desk;
  readonly quarter: string;
  readonly quarters: readonly string[];
  readonly indicators: readonly QuarterIndicators[];
  /** What citizens wrote, by procedure. */
  readonly texts: ReadonlyMap<string, readonly OpinionText[]>;
}

const SATISFACTION_WORDS: Readonly<Record<Satisfaction, string>> = {
  bad: "Mal",
  medium: "Moyen",
  good: "Bien",
};

/** The indicators as agents see them: with what rests on too few opinions, and with what was written. */
export function AgentQualityPage(props: AgentQualityPageProps): JSX.Element {
  const { desk, quarter, quarters, indicators, texts } = props;
  return (
    <AgentLayout desk={desk} title="Qualité">
      <PageHead
        title="La qualité des démarches"
        kicker={quarterWords(quarter)}
        lead={
          <>
            Indicateurs alignés sur « Vos démarches essentielles ». Sous {FEWEST_OPINIONS} avis en douze mois,
            une note n’est montrée qu’ici. <a href="/qualite">La page publique</a>
          </>
        }
      />
      <div class="stack-large">
        <Quarters quarters={quarters} current={quarter} path={`${desk.base}/qualite`} />
        <Standing first={indicators[0]} />
        <Overview
          indicators={indicators}
          inside
          after={(procedure) => <Texts texts={texts.get(procedure) ?? []} />}
        />
      </div>
    </AgentLayout>
  );
}

function Texts({ texts }: { readonly texts: readonly OpinionText[] }): JSX.Element | null {
  if (texts.length === 0) return null;
  return (
    <>
      <h3>Ce que les usagers ont écrit</h3>
      <p class="soft">
        Ces avis sont anonymes : ne cherchez pas qui les a écrits. Chacun est effacé après {TEXT_MONTHS} mois.
      </p>
      <ul class="opinions" role="list">
        {texts.map(({ month, satisfaction, text }, index) => (
          <li key={`${month} ${index}`}>
            <p class="soft">
              {periodInWords(month)}, « {SATISFACTION_WORDS[satisfaction]} »
            </p>
            <p class="opinion-text">{text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
