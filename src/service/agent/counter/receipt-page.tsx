import type { JSX } from "preact";
import type { Dossier, Read } from "../../../dossiers/index.ts";
import { PageHead } from "../../components/layout.tsx";
import { longMoment } from "../../dates.ts";
import type { Contact } from "../../frame.ts";
import type { Desk } from "../desk.ts";
import { euros } from "../dossier-aside.tsx";
import { AgentLayout } from "../layout.tsx";
import { Lines } from "../mirror-table.tsx";
import { originOf } from "../origin.ts";

export interface ReceiptPageProps {
  readonly desk: Desk;
  readonly dossier: Dossier;
  readonly title: string;
  /** « réponse sous 5 jours ouvrés » */
  readonly delay?: string;
  readonly contact: Contact;
  /** What was asked of other administrations. */
  readonly reads: readonly Read[];
}

/** One sheet for the citizen: the number, what was sent, what was read from whom, whom to call. */
export function ReceiptPage(props: ReceiptPageProps): JSX.Element {
  const { desk, dossier, title, delay, contact } = props;
  const { collectivite } = desk.frame;
  const [sent] = dossier.history;
  const by =
    dossier.owner.platform === "counter" && sent?.agent ? `, saisie au guichet par ${sent.agent}` : "";
  const ways = [contact.phone, contact.email, contact.address].filter((way) => way !== undefined);
  return (
    <AgentLayout desk={desk} title={`Récépissé ${dossier.number}`}>
      <PageHead
        back={{ href: `${desk.base}/dossiers/${dossier.id}`, label: `Dossier ${dossier.number}` }}
        kicker={collectivite.name}
        title="Récépissé de votre demande"
      />
      <div class="stack-large measure">
        <p class="notice no-print">
          Imprimez cette page avec votre navigateur et remettez-la à l’usager : sans FranceConnect, c’est son
          seul moyen de retrouver son dossier.
        </p>
        <div class="ticket">
          <p>{title}, numéro de dossier :</p>
          <p class="ticket-number">{dossier.number}</p>
          <p>
            Demande de <strong dir="auto">{dossier.applicant}</strong>, reçue par {collectivite.name} le{" "}
            {longMoment(dossier.sentAt)}
            {by}.
          </p>
        </div>
        <section class="stack" aria-labelledby="suite">
          <h2 id="suite">Et maintenant ?</h2>
          <p>
            Un agent examine votre demande{delay ? ` : ${delay}` : ""}. Gardez ce numéro : il vous sera
            demandé au guichet ou au téléphone.
          </p>
          {ways.length > 0 && (
            <p>
              {collectivite.name} : {ways.join(" · ")}
            </p>
          )}
        </section>
        <Answers {...props} />
        <Asked {...props} />
        <p class="soft">
          Vos réponses sont gardées {dossier.retentionMonths} mois après la décision. Vous pouvez y accéder et
          les faire rectifier{contact.dpo ? ` : écrivez à ${contact.dpo}` : ""}. Qui consulte votre dossier
          est inscrit dans un journal, que vous pouvez demander.
        </p>
      </div>
    </AgentLayout>
  );
}

function Answers({ dossier }: ReceiptPageProps): JSX.Element {
  const { price } = dossier.form;
  return (
    <section class="stack" aria-labelledby="envoye">
      <h2 id="envoye">Ce qui a été envoyé</h2>
      <dl class="answers">
        {dossier.form.fields
          .filter(({ display }) => display.length > 0)
          .map(({ name, label, display }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd>
                <Lines lines={display} />
              </dd>
            </div>
          ))}
        {price && (
          <div>
            <dt>
              {price.label}
              {price.provisional && " (provisoire)"}
            </dt>
            <dd>
              {euros(price.cents)} {price.unit}
              <span class="line small">{price.explanation}</span>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Asked({ reads }: ReceiptPageProps): JSX.Element {
  return (
    <section class="stack" aria-labelledby="lu">
      <h2 id="lu">Ce qui a été demandé à d’autres administrations</h2>
      {reads.length === 0 ? (
        <p>Rien : tout a été saisi.</p>
      ) : (
        <ul>
          {reads.map((read) => {
            const { from, details } = originOf(read as Parameters<typeof originOf>[0]);
            return (
              <li key={`${read.source}${read.fetchedAt}${read.fields.join()}`}>
                {read.fields.join(", ")} : {[from, ...details].join(", ")}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
