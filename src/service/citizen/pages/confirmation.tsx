import type { JSX } from "preact";
import type { Read } from "../../../dossiers/index.ts";
import type { Price } from "../../../procedures/index.ts";
import { Layout } from "../../components/layout.tsx";
import { PriceBox } from "../../components/price-box.tsx";
import { longMoment } from "../../dates.ts";
import type { Frame } from "../../frame.ts";
import { LEVEL_LABELS, origin } from "../words.ts";

export interface ConfirmationProps {
  readonly frame: Frame;
  readonly title: string;
  readonly id: string;
  readonly number: string;
  readonly sentAt: string;
  readonly delay: string;
  readonly reads: readonly Read[];
  readonly retentionMonths: number;
  readonly price?: Price;
  /** Without FranceConnect the session alone can show it again. */
  readonly withoutLogin: boolean;
}

/** The number, what happens now, and what was read from whom: a receipt that can be printed. */
export function ConfirmationPage(props: ConfirmationProps): JSX.Element {
  const { frame, title, id, number, sentAt, delay, reads, retentionMonths, price, withoutLogin } = props;
  return (
    <Layout frame={frame} title={`Demande envoyée — ${title}`}>
      <div class="columns">
        <div class="stack-large">
          <div class="ticket">
            <h1>Votre demande est envoyée</h1>
            <p>{title}, numéro de dossier :</p>
            <p class="ticket-number">{number}</p>
            <p>
              Reçue par {frame.collectivite.name} le {longMoment(sentAt)}.
            </p>
          </div>
          <section class="stack" aria-labelledby="suite">
            <h2 id="suite">Et maintenant ?</h2>
            <p>
              Un agent examine votre demande : {delay}.{" "}
              {withoutLogin
                ? "Notez bien le numéro ci-dessus : il vous sera demandé au guichet ou au téléphone."
                : "Vous pouvez la suivre, et voir quand elle est consultée, dans « Mes dossiers »."}
            </p>
            <p>
              <a class="button" href={`/mes-dossiers/${id}`}>
                Voir mon dossier
              </a>
            </p>
            <p class="soft">Ce récépissé peut être imprimé ou enregistré en PDF par votre navigateur.</p>
          </section>
          <Reads reads={reads} retentionMonths={retentionMonths} />
        </div>
        {price && (
          <aside>
            <PriceBox price={price} />
          </aside>
        )}
      </div>
    </Layout>
  );
}

/** What was read from whom, when, to fill what. */
export function Reads({
  reads,
  retentionMonths,
}: Pick<ConfirmationProps, "reads" | "retentionMonths">): JSX.Element {
  return (
    <section class="stack" aria-labelledby="lu">
      <h2 id="lu">Ce qui a été lu pour cette demande</h2>
      {reads.length === 0 ? (
        <p>Aucune donnée n’a été demandée à une autre administration.</p>
      ) : (
        <dl class="answers">
          {reads.map((read) => (
            <div key={`${read.source}${read.fetchedAt}${read.period}${read.fields.join()}`}>
              <dt>{read.fields.join(", ")}</dt>
              <dd>
                {origin(read as Parameters<typeof origin>[0])}
                {read.requestId && <span class="small soft"> (référence {read.requestId})</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p class="soft">
        Seules ces informations sont gardées, {retentionMonths} mois après la décision. Les réponses complètes
        des administrations et le jeton de {LEVEL_LABELS.eidas1} ne sont pas conservés.
      </p>
    </section>
  );
}
