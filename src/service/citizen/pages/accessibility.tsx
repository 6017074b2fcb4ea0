import type { JSX } from "preact";
import {
  ACCESSIBILITY,
  type AccessibilityResults,
  conformityOf,
  RGAA_CRITERIA,
} from "../../accessibility.ts";
import { PhoneLink } from "../../components/footer.tsx";
import { longDate } from "../../dates.ts";
import type { Frame } from "../../frame.ts";
import { useLanguage } from "../../language/index.ts";
import { Part, TextPage } from "./text-page.tsx";

export interface AccessibilityProps {
  readonly frame: Frame;
  readonly results?: AccessibilityResults;
}

interface Tested {
  readonly results: AccessibilityResults;
}

/**
 * The statement, in the mandatory format, from what was really tested: it says nothing that the file does not hold.
 *
 * @see https://accessibilite.numerique.gouv.fr/obligations/declaration-accessibilite/
 */
export function AccessibilityPage({ frame, results = ACCESSIBILITY }: AccessibilityProps): JSX.Element {
  const { t } = useLanguage();
  const { name } = frame.collectivite;
  return (
    <TextPage frame={frame} title={t("Déclaration d’accessibilité")} inFrench>
      <p>
        {name} s’engage à rendre ses services en ligne accessibles, conformément à l’article 47 de la loi n°
        2005-102 du 11 février 2005. Cette déclaration s’applique au portail des démarches en ligne de {name}.
      </p>
      <p>
        Le schéma pluriannuel de mise en accessibilité et le plan d’actions de {name} ne sont pas encore
        publiés sur ce portail.
      </p>
      <Part id="conformite" title="État de conformité">
        <State results={results} />
      </Part>
      <Part id="resultats" title="Résultats des tests">
        <Tests results={results} />
      </Part>
      <Part id="non-accessibles" title="Contenus non accessibles">
        <Exceptions results={results} />
      </Part>
      <Part id="etablissement" title="Établissement de cette déclaration">
        <p>Cette déclaration a été établie le {longDate(results.date)}.</p>
        <Facts results={results} />
        <Pages results={results} />
      </Part>
      <Part id="contact" title="Retour d’information et contact">
        <Contact frame={frame} />
      </Part>
      <Part id="recours" title="Voies de recours">
        <Appeals />
      </Part>
    </TextPage>
  );
}

function State({ results: { audit } }: Tested): JSX.Element {
  return (
    <p>
      Ce portail est <strong>{conformityOf(audit)}</strong> au référentiel général d’amélioration de
      l’accessibilité (RGAA), version 4.1.2.{" "}
      {audit
        ? `L’audit du ${longDate(audit.date)}, par ${audit.by}, a trouvé ${audit.rate.toLocaleString("fr-FR")} % des critères respectés.`
        : "Il n’a pas encore fait l’objet d’un audit de conformité."}
    </p>
  );
}

function Tests({ results }: Tested): JSX.Element {
  const { criteria, toolCriteria, pages, violations, tool } = results;
  const states = pages.reduce((sum, page) => sum + page.states.length, 0);
  return (
    <>
      <p>
        Des tests automatiques ont été faits avec {tool}. Cet outil ne vérifie qu’en partie{" "}
        {toolCriteria.length} des {RGAA_CRITERIA} critères du RGAA ; {criteria.length} d’entre eux avaient
        quelque chose à vérifier sur les pages testées ({criteria.join(", ")}). Ces tests ne remplacent pas un
        audit et ne permettent d’affirmer la conformité à aucun critère.
      </p>
      <p>
        {pages.length} pages ont été testées, dans {states} états. Défauts trouvés par l’outil :{" "}
        {violations.length}.
      </p>
    </>
  );
}

function Exceptions({ results: { violations, audit } }: Tested): JSX.Element {
  return (
    <>
      <h3>Non-conformités</h3>
      {violations.length > 0 && (
        <ul class="violations">
          {violations.map(({ rule, help, criteria, pages }) => (
            <li key={rule}>
              {help} ({criteria.length > 0 ? `critères ${criteria.join(", ")}` : rule}) : {pages.join(", ")}
            </li>
          ))}
        </ul>
      )}
      {!audit && <p>En l’absence d’audit, les contenus non accessibles ne sont pas tous connus.</p>}
      <h3>Dérogations pour charge disproportionnée</h3>
      <p>Aucune dérogation n’est invoquée.</p>
      <h3>Contenus non soumis à l’obligation d’accessibilité</h3>
      <p>
        Les pages de FranceConnect, de ProConnect et de « Je donne mon avis » ne font pas partie de ce
        portail.
      </p>
    </>
  );
}

function Facts({ results: { tool, browser, widths } }: Tested): JSX.Element {
  return (
    <dl class="answers">
      <div>
        <dt>Technologies utilisées</dt>
        <dd>HTML et CSS, sans JavaScript</dd>
      </div>
      <div>
        <dt>Environnement de test</dt>
        <dd>
          {browser}, fenêtres de {widths.join(" et de ")} pixels
        </dd>
      </div>
      <div>
        <dt>Outils</dt>
        <dd>{tool}</dd>
      </div>
    </dl>
  );
}

function Pages({ results: { pages } }: Tested): JSX.Element {
  return (
    <>
      <h3>Pages testées</h3>
      <ul class="tested">
        {pages.map(({ name, address, states }) => (
          <li key={address}>
            {name} <code>{address}</code> : {states.join(", ")}
          </li>
        ))}
      </ul>
    </>
  );
}

function Contact({ frame }: { readonly frame: Frame }): JSX.Element {
  const { name, contact } = frame.collectivite;
  return (
    <>
      <p>
        Si vous n’arrivez pas à accéder à un contenu ou à un service, dites-le à {name} : vous aurez une
        réponse sous une semaine, et une autre façon de faire.
      </p>
      <ul>
        {contact.email && (
          <li>
            Par courriel : <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </li>
        )}
        {contact.phone && (
          <li>
            Au téléphone : <PhoneLink number={contact.phone} />
          </li>
        )}
        <li>Au guichet{contact.address && ` : ${contact.address}`}</li>
      </ul>
    </>
  );
}

function Appeals(): JSX.Element {
  return (
    <>
      <p>
        Cette procédure est à utiliser si vous nous avez signalé un défaut d’accessibilité qui vous empêche
        d’accéder à un contenu ou à un service, et que vous n’avez pas obtenu de réponse satisfaisante. Vous
        pouvez :
      </p>
      <ul>
        <li>
          écrire au Défenseur des droits, sur{" "}
          <a href="https://formulaire.defenseurdesdroits.fr/">formulaire.defenseurdesdroits.fr</a> ;
        </li>
        <li>
          contacter son délégué dans votre région, sur{" "}
          <a href="https://www.defenseurdesdroits.fr/">www.defenseurdesdroits.fr</a> ;
        </li>
        <li>
          lui envoyer un courrier, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX
          07.
        </li>
      </ul>
    </>
  );
}
