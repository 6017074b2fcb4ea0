import type { JSX } from "preact";
import type { Dossier } from "../../dossiers/index.ts";
import type { FilledForm, Procedure } from "../../procedures/index.ts";
import { PartiesLine } from "../components/parties.tsx";
import { longDate, waiting } from "../dates.ts";
import { authenticationOf } from "./authentication.ts";
import { isCorrectable } from "./counter/correctable.ts";
import { type Verb, verbsFor } from "./decisions.ts";
import type { Desk } from "./desk.ts";
import { DossierAside, type DossierAsideProps } from "./dossier-aside.tsx";
import { AgentLayout } from "./layout.tsx";
import { type Mirror, mirrorOf } from "./mirror.ts";
import { checkWords, MirrorTable } from "./mirror-table.tsx";
import { withReadings } from "./refresh/readings.ts";
import { Readings } from "./refresh/readings-notice.tsx";
import { StateMark } from "./state-mark.tsx";
import { count } from "./words.ts";

export interface DossierPageProps extends Omit<DossierAsideProps, "mirror" | "base"> {
  readonly desk: Desk;
  /** What the agent has just done, in words. */
  readonly done?: string;
  readonly now: Date;
}

/** The citizen's form as in a mirror: what was received, what was declared, what there is to look at. */
export function DossierPage(props: DossierPageProps): JSX.Element {
  const { desk, dossier, procedure, done, now } = props;
  const mirror = withReadings(mirrorOf(dossier, procedure), dossier);
  const authentication = authenticationOf(dossier, procedure);
  const open = dossier.state === "sent" || dossier.state === "in_review";
  return (
    <AgentLayout desk={desk} title={`Dossier ${dossier.number}`}>
      {done && (
        <div class="notice notice-success desk-done" role="status">
          <p>
            <strong>{done}</strong>
          </p>
        </div>
      )}
      <div class="desk-head">
        <a class="back" href={desk.base}>
          Tous les dossiers
        </a>
        <p class="kicker">{procedure?.title ?? dossier.procedure}</p>
        <h1>
          {dossier.applicant} <span class="dossier-number">{dossier.number}</span>
        </h1>
        <p class="dossier-facts">
          <StateMark state={dossier.state} />
          <span>
            Reçu le {longDate(dossier.sentAt)}
            {open && `, ${waiting(dossier.sentAt, now)}`}
          </span>
          <span class={authentication.certain ? "origin origin-received" : "origin"}>
            {authentication.text}
          </span>
          {dossier.owner.platform === "counter" && (
            <a class="no-print" href={`${desk.base}/dossiers/${dossier.id}/recepisse`}>
              Récépissé à remettre
            </a>
          )}
        </p>
      </div>
      <Actions dossier={dossier} desk={desk} />
      <div class="columns desk-columns">
        <div class="stack">
          <PartiesLine form={dossier.form} />
          <Readings dossier={dossier} procedure={procedure} />
          <ToCheck mirror={mirror} form={dossier.form} procedure={procedure} />
          {mirror.sections.map((section) => (
            <MirrorTable
              key={section.title}
              section={section}
              documents={`${desk.base}/dossiers/${dossier.id}/documents`}
            />
          ))}
          {procedure && procedure.version !== dossier.version && (
            <p class="soft small">
              Rempli avec la version {dossier.version} du formulaire ; la version d’aujourd’hui est{" "}
              {procedure.version}.
            </p>
          )}
        </div>
        <DossierAside {...props} base={desk.base} mirror={mirror} />
      </div>
    </AgentLayout>
  );
}

function Actions(props: { readonly dossier: Dossier; readonly desk: Desk }): JSX.Element | null {
  const { dossier, desk } = props;
  const verbs = verbsFor(dossier);
  if (verbs.length === 0) return null;
  return (
    <section class="desk-actions" aria-label="Décider">
      {dossier.state === "correction_requested" && (
        <p>L’usager doit corriger ses réponses : le dossier reviendra alors en instruction.</p>
      )}
      {isCorrectable(dossier) && (
        <a class="button" href={`${desk.base}/dossiers/${dossier.id}/correction`}>
          Saisir la correction au guichet
        </a>
      )}
      {verbs.map((verb, index) =>
        verb.reason === "none" ? (
          <form key={verb.slug} method="post" action={decisionHref(desk, dossier, verb)}>
            <input type="hidden" name="_csrf" value={desk.frame.csrfToken} />
            <input type="hidden" name="revision" value={String(dossier.revision)} />
            <button class="button" type="submit">
              {verb.link}
            </button>
          </form>
        ) : (
          <a
            key={verb.slug}
            class={index === 0 && verb.type === "accepted" ? "button" : "button button-quiet"}
            href={decisionHref(desk, dossier, verb)}
          >
            {verb.link}
          </a>
        ),
      )}
    </section>
  );
}

const decisionHref = ({ base }: Desk, dossier: Dossier, verb: Verb): string =>
  `${base}/dossiers/${dossier.id}/decision/${verb.slug}`;

/** Why the price may still move, where it may. */
function priceDoubt(form: FilledForm, procedure: Procedure | undefined): string | undefined {
  if (!form.price) return undefined;
  if (form.price.provisional) return "provisoire : il repose sur un chiffre déclaré par l’usager";
  const contested = form.fields.filter((field) => field.contested).map(({ name }) => name);
  return procedure?.tariff?.reads.some((name) => contested.includes(name))
    ? "il repose sur une donnée contestée"
    : undefined;
}

function ToCheck(props: {
  readonly mirror: Mirror;
  readonly form: FilledForm;
  readonly procedure: Procedure | undefined;
}): JSX.Element {
  const { toCheck } = props.mirror;
  const doubt = priceDoubt(props.form, props.procedure);
  if (toCheck.length === 0 && doubt === undefined) {
    return (
      <section class="notice notice-success" aria-labelledby="a-verifier">
        <h2 id="a-verifier">Rien à vérifier</h2>
        <p>Aucune donnée n’est corrigée, contestée ni remplacée par un justificatif.</p>
      </section>
    );
  }
  return (
    <section class="notice notice-warning" aria-labelledby="a-verifier">
      <h2 id="a-verifier">
        À vérifier : {count(toCheck.length + (doubt === undefined ? 0 : 1), "point", "points")}
      </h2>
      <ul>
        {toCheck.map((row) => (
          <li key={row.anchor}>
            <a href={`#${row.anchor}`}>{row.label}</a> — {checkWords(row)?.toLowerCase()}
          </li>
        ))}
        {doubt && (
          <li>
            <a href="#tarif">{props.form.price?.label}</a> — {doubt}
          </li>
        )}
      </ul>
    </section>
  );
}
