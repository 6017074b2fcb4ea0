import type { JSX } from "preact";
import { IDLE_DAYS } from "../../../dossiers/index.ts";
import { longDate } from "../../dates.ts";
import { originName } from "../origin.ts";
import { FiguresTable, figure, share } from "./table.tsx";
import type { Use } from "./use.ts";

/** What pre-filling spares citizens, what of it they correct, where they give up, which source fails them. */
export function UseSection({ use }: { readonly use: Use }): JSX.Element {
  const { since, procedures, origins, routes } = use;
  return (
    <>
      <section class="stack" aria-labelledby="preremplissage">
        <h2 id="preremplissage">Le pré-remplissage</h2>
        <p class="soft measure">
          Sur douze mois, compté depuis le {longDate(since)} au moment où les choses se passent : ce qui est
          antérieur n’est pas compté, et un dossier supprimé le reste.
        </p>
        <FiguresTable
          caption="Ce que contenaient les demandes envoyées"
          columns={[
            "Démarche",
            "Envoyées en ligne",
            "Saisies au guichet",
            "Informations",
            "Pré-remplies",
            "Corrigées",
            "Contestées",
            "Justificatifs évités",
          ]}
          rows={procedures
            .filter(({ sent, entered }) => sent + entered > 0)
            .map((row) => [
              row.title,
              figure(row.sent),
              figure(row.entered),
              figure(row.fields),
              share(row.prefilled, row.fields),
              share(row.corrected, row.prefilled),
              share(row.contested, row.prefilled),
              figure(row.spared),
            ])}
          empty="Aucune demande n’a encore été comptée."
        />
        <FiguresTable
          caption="D’où viennent les informations pré-remplies, et ce que les usagers en disent"
          columns={["Source", "Pré-remplies", "Corrigées", "Contestées"]}
          rows={origins.map(({ origin, prefilled, corrected, contested }) => [
            originName(origin),
            figure(prefilled),
            share(corrected, prefilled),
            share(contested, prefilled),
          ])}
          empty="Aucune information n’a encore été pré-remplie."
        />
      </section>
      <section class="stack" aria-labelledby="abandons">
        <h2 id="abandons">Les formulaires abandonnés</h2>
        <p class="soft measure">
          Abandonné : supprimé par l’usager, ou resté trente jours sans changement. Sans mouvement : encore
          là, mais intact depuis {IDLE_DAYS} jours.
        </p>
        <FiguresTable
          caption="Ce que deviennent les formulaires commencés"
          columns={["Démarche", "Commencés", "Envoyés", "En cours", "Abandonnés"]}
          rows={procedures
            .filter(({ opened }) => opened > 0)
            .map(({ title, opened, sent, entered, underWay, abandoned }) => [
              title,
              figure(opened),
              share(sent + entered, opened),
              figure(underWay),
              share(abandoned, opened),
            ])}
          empty="Aucun formulaire n’a encore été commencé."
        />
        {procedures
          .filter(({ stops }) => stops.length > 0)
          .map(({ title, stops }) => (
            <FiguresTable
              key={title}
              caption={`${title} : la dernière étape enregistrée`}
              columns={["Étape", "Abandonnés", "Sans mouvement"]}
              rows={stops.map(({ step, abandoned, idle }) => [step, figure(abandoned), figure(idle)])}
              empty=""
            />
          ))}
      </section>
      <section class="stack" aria-labelledby="sources">
        <h2 id="sources">Les appels à API Particulier</h2>
        <FiguresTable
          caption="Réponses, par route"
          columns={["Route", "Appels", "Données reçues", "Rien à lire", "En échec"]}
          rows={routes.map(({ route, calls, received, nothing, failed }) => [
            route,
            figure(calls),
            share(received, calls),
            share(nothing, calls),
            share(failed, calls),
          ])}
          empty="Aucun appel n’a encore été compté."
        />
        <p class="soft measure">
          « Rien à lire » : l’organisme ne connaît pas la personne, ou ne la reconnaît pas. « En échec » : il
          n’a pas répondu, ou a refusé.
        </p>
      </section>
    </>
  );
}
