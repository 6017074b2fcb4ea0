import type { ComponentChildren, JSX } from "preact";
import { FranceConnectButton } from "../../../federation/index.ts";
import type { Procedure } from "../../../procedures/index.ts";
import { Layout, PageHead } from "../../components/layout.tsx";
import { OtherWays } from "../../components/other-ways.tsx";
import type { Frame } from "../../frame.ts";
import { paths } from "../draft-visit.ts";

interface PageProps {
  readonly frame: Frame;
  readonly procedures: readonly Procedure[];
}

function Text({
  frame,
  title,
  lead,
  children,
}: {
  frame: Frame;
  title: string;
  lead?: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <Layout frame={frame} title={title}>
      <PageHead title={title} {...(lead && { lead })} />
      <div class="stack-large measure">{children}</div>
    </Layout>
  );
}

function Part({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

export function LoginPage({ frame }: PageProps): JSX.Element {
  return (
    <Text frame={frame} title="Se connecter" lead="Pour retrouver vos dossiers et vos demandes à terminer.">
      <div class="fc-group">
        <p>
          FranceConnect est la solution proposée par l’État pour sécuriser et simplifier la connexion à vos
          services en ligne.
        </p>
        <FranceConnectButton platform="franceconnect" returnTo="/mes-dossiers" />
      </div>
      <p class="fc-or">ou</p>
      <p>
        Chaque démarche peut être remplie sans FranceConnect. <a href="/">Choisir une démarche</a>
      </p>
    </Text>
  );
}

export function HelpPage({ frame }: PageProps): JSX.Element {
  return (
    <Text frame={frame} title="Aide">
      <Part id="comment" title="Comment ça marche ?">
        <ol>
          <li>Vous choisissez une démarche. La page dit ce que nous demanderons, à qui et pourquoi.</li>
          <li>Vous vous identifiez avec FranceConnect, ou vous continuez sans.</li>
          <li>
            Le formulaire arrive rempli de ce que l’administration sait déjà. Vous vérifiez, vous corrigez,
            vous complétez.
          </li>
          <li>
            Vous envoyez. Un agent de {frame.collectivite.name} voit le même formulaire que vous, avec
            l’origine de chaque information.
          </li>
        </ol>
      </Part>
      <Part id="identite" title="Une erreur dans mon identité">
        <p>
          Votre nom, vos prénoms et votre naissance viennent de l’état civil, par FranceConnect. Nous ne
          pouvons pas les modifier. Pour les corriger, demandez la rectification à l’Insee, sur
          service-public.fr, ou à votre mairie de naissance. En attendant, vous pouvez remplir la démarche
          sans FranceConnect, ou au guichet.
        </p>
      </Part>
      <Part id="donnee" title="Une donnée de la CAF ou d’un autre organisme est fausse">
        <p>
          Sous la donnée, choisissez « Contester cette donnée » et expliquez pourquoi : l’agent qui examine
          votre demande verra votre remarque. Pour la corriger à la source, adressez-vous à l’organisme qui la
          détient.
        </p>
      </Part>
      <OtherWays frame={frame} />
    </Text>
  );
}

export function AccessibilityPage({ frame }: PageProps): JSX.Element {
  const { name, contact } = frame.collectivite;
  return (
    <Text frame={frame} title="Accessibilité : non conforme">
      <p>
        {name} s’engage à rendre ce service accessible, conformément à l’article 47 de la loi n° 2005-102 du
        11 février 2005. Cette déclaration s’applique au portail des démarches en ligne.
      </p>
      <Part id="conformite" title="État de conformité">
        <p>
          Ce service est <strong>non conforme</strong> au référentiel général d’amélioration de
          l’accessibilité (RGAA), version 4.1.2, parce qu’aucun audit n’a encore été réalisé.
        </p>
      </Part>
      <Part id="resultats" title="Résultats des tests">
        <p>
          Chaque page est vérifiée par l’outil axe-core à chaque version, vide, remplie et en erreur, à 320
          pixels de large et sur grand écran, et le parcours entier est fait sans JavaScript. Cet outil ne
          vérifie qu’une partie de 33 des 106 critères : il ne remplace pas un audit.
        </p>
      </Part>
      <Part id="non-accessibles" title="Contenus non accessibles">
        <p>En l’absence d’audit, les contenus non accessibles ne sont pas connus.</p>
      </Part>
      <Part id="etablissement" title="Établissement de cette déclaration">
        <p>
          Déclaration établie le 22 novembre 2026. Technologies : HTML et CSS, sans JavaScript. Outils :
          axe-core, Chromium.
        </p>
      </Part>
      <Part id="contact" title="Retour d’information et contact">
        <p>
          Si vous n’arrivez pas à accéder à un contenu ou à un service, écrivez-nous
          {contact.email ? ` à ${contact.email}` : ""}
          {contact.phone ? ` ou appelez le ${contact.phone}` : ""} : nous vous répondrons sous une semaine et
          vous orienterons vers une autre façon de faire.
        </p>
      </Part>
      <Part id="recours" title="Voies de recours">
        <p>
          Si vous avez signalé un défaut d’accessibilité et n’avez pas obtenu de réponse satisfaisante, vous
          pouvez écrire au Défenseur des droits : Libre réponse 71120, 75342 Paris CEDEX 07, sans timbre, ou
          par son formulaire en ligne.
        </p>
      </Part>
    </Text>
  );
}

export function LegalPage({ frame }: PageProps): JSX.Element {
  const { name, contact } = frame.collectivite;
  return (
    <Text frame={frame} title="Mentions légales">
      <Part id="editeur" title="Éditeur">
        <p>
          {name}
          {contact.address ? `, ${contact.address}` : ""}
        </p>
      </Part>
      <Part id="realisation" title="Réalisation">
        <p>Ce portail utilise Passerelle, un logiciel libre sous licence MIT.</p>
      </Part>
      <Part id="temoins" title="Témoins de connexion">
        <p>
          Ce portail ne dépose que les témoins (cookies) nécessaires à votre connexion et à votre demande. Il
          ne mesure pas votre navigation et ne partage rien avec des tiers.
        </p>
      </Part>
    </Text>
  );
}

export function PrivacyPage({ frame, procedures }: PageProps): JSX.Element {
  const { name, contact } = frame.collectivite;
  return (
    <Text frame={frame} title="Données personnelles">
      <p>
        {name} est responsable de vos données. Elles servent à instruire votre demande, au titre de sa mission
        d’intérêt public, et à rien d’autre.
      </p>
      <Part id="conservation" title="Combien de temps">
        <ul>
          {procedures.map(({ slug, title, retentionMonths }) => (
            <li key={slug}>
              <a href={paths(slug).presentation}>{title}</a> : {retentionMonths} mois après la décision
            </li>
          ))}
          <li>Journal des accès des agents : 36 mois</li>
        </ul>
      </Part>
      <Part id="droits" title="Vos droits">
        <p>
          Vous pouvez accéder à vos données, les faire rectifier, en limiter l’usage ou vous y opposer
          {contact.dpo
            ? ` en écrivant à ${contact.dpo}`
            : contact.email
              ? ` en écrivant à ${contact.email}`
              : " au guichet"}
          . Vous pouvez aussi adresser une réclamation à la CNIL (www.cnil.fr). Ce qui a été lu pour vous est
          dans « <a href="/mes-donnees">Mes données</a> ».
        </p>
      </Part>
    </Text>
  );
}

export function SitemapPage({ frame, procedures }: PageProps): JSX.Element {
  const others = [
    ["/mes-dossiers", "Mes dossiers"],
    ["/mes-donnees", "Mes données"],
    ["/connexion", "Se connecter"],
    ["/aide", "Aide"],
    ["/accessibilite", "Accessibilité"],
    ["/mentions-legales", "Mentions légales"],
    ["/donnees-personnelles", "Données personnelles"],
    ["/agent", "Espace des agents"],
  ] as const;
  return (
    <Text frame={frame} title="Plan du site">
      <ul>
        <li>
          <a href="/">Accueil</a>
          <ul>
            {procedures.map(({ slug, title }) => (
              <li key={slug}>
                <a href={paths(slug).presentation}>{title}</a>
              </li>
            ))}
          </ul>
        </li>
        {others.map(([href, label]) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </Text>
  );
}
