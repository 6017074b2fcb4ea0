import type { JSX } from "preact";
import type { Dossier } from "../../../dossiers/index.ts";
import type { FilledForm, Price, Procedure, SourceReadAgain } from "../../../procedures/index.ts";
import { noticeOf } from "../../../procedures/index.ts";
import { capital } from "../../citizen/words.ts";
import { longMoment } from "../../dates.ts";
import { euros } from "../dossier-aside.tsx";
import { lastReadings } from "./asked-again.ts";

const EUROS = new Intl.NumberFormat("fr-FR", {
  style: "currency",
  currency: "EUR",
  signDisplay: "exceptZero",
});

/** What sources said when they were asked again, beside what was sent: nothing of the dossier was changed by it. */
export function Readings(props: {
  readonly dossier: Dossier;
  readonly procedure: Procedure | undefined;
}): JSX.Element | null {
  const { dossier, procedure } = props;
  const readings = [...lastReadings(dossier.history).values()];
  if (readings.length === 0) return null;
  const sources = procedure ? noticeOf(procedure, { name: "" }).sources : [];
  return (
    <section class="notice stack" id="actualisation" aria-labelledby="actualisation-titre">
      <h2 id="actualisation-titre">Interrogé de nouveau</h2>
      {readings.map(({ at, read }) => (
        <div key={read.source}>
          <p>
            <strong>
              {capital(sources.find(({ source }) => source === read.source)?.from ?? read.source)}
            </strong>
            , le {longMoment(at)}. {SUMMARIES[summaryOf(read)]}
          </p>
          <Differences read={read} form={dossier.form} />
        </div>
      ))}
      <p class="small soft">
        Le dossier garde ce qui a été envoyé. Si vous décidez d’après la nouvelle réponse, dites-le à l’usager
        dans votre décision.
      </p>
    </section>
  );
}

const SUMMARIES = {
  same: "Rien n’a changé depuis l’envoi.",
  changed: "La réponse n’est plus la même.",
  not_found: "Aucun dossier à ce nom, cette fois.",
  unidentified: "La personne n’a pas été reconnue, cette fois.",
} as const;

function summaryOf({ state, fields }: SourceReadAgain): keyof typeof SUMMARIES {
  if (state.state === "not_found" || state.state === "unidentified") return state.state;
  return fields.every(({ same }) => same) ? "same" : "changed";
}

function Differences(props: {
  readonly read: SourceReadAgain;
  readonly form: FilledForm;
}): JSX.Element | null {
  const { read, form } = props;
  const changed = read.fields.filter(({ same }) => !same);
  const moved = read.price !== undefined && form.price !== undefined && read.price.cents !== form.price.cents;
  if (changed.length === 0 && !moved && (read.price === undefined || form.price !== undefined)) return null;
  return (
    <ul>
      {changed.map(({ name, label, received }) => (
        <li key={name}>
          <a href={`#champ-${name}`}>{label}</a>
          {shortOf(received) && ` : ${shortOf(received)} au lieu de ${sentOf(form, name)}`}
        </li>
      ))}
      {read.price && <PriceNow now={read.price} sent={form.price} />}
    </ul>
  );
}

/** A value of one line; longer ones are read in the form itself. */
const shortOf = (received: SourceReadAgain["fields"][number]["received"]): string | undefined =>
  received?.display.length === 1 ? received.display[0] : undefined;

const sentOf = (form: FilledForm, name: string): string =>
  form.fields.find((field) => field.name === name)?.received?.display.join(", ") || "rien";

/** « Votre tarif : 3,30 € au lieu de 3,40 € (−0,10 €) », and the rule that made it. */
function PriceNow(props: { readonly now: Price; readonly sent: Price | undefined }): JSX.Element {
  const { now, sent } = props;
  return (
    <li>
      {now.label} : <strong>{euros(now.cents)}</strong>
      {sent === undefined && ", qui n’avait pas pu être calculé à l’envoi"}
      {sent !== undefined &&
        (sent.cents === now.cents
          ? ", inchangé"
          : ` au lieu de ${euros(sent.cents)} (${EUROS.format((now.cents - sent.cents) / 100)})`)}
      <span class="line small">{now.explanation}</span>
    </li>
  );
}
