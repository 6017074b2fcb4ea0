import type { JSX } from "preact";
import { LoginButton } from "../../components/login-button.tsx";
import { OtherWays } from "../../components/other-ways.tsx";
import { useLanguage, Words } from "../../language/index.ts";
import { paths } from "../draft-visit.ts";
import { Part, TextPage, type TextProps } from "./text-page.tsx";

export function LoginPage({ frame }: TextProps): JSX.Element {
  const { t } = useLanguage();
  return (
    <TextPage
      frame={frame}
      title={t("Se connecter")}
      lead={t("Pour retrouver vos dossiers et vos demandes à terminer.")}
    >
      <div class="fc-group">
        <p>
          {t(
            "FranceConnect est la solution proposée par l’État pour sécuriser et simplifier la connexion à vos services en ligne.",
          )}
        </p>
        <LoginButton platform="franceconnect" returnTo="/mes-dossiers" />
      </div>
      <p class="fc-or">{t("ou")}</p>
      <p>
        {t("Chaque démarche peut être remplie sans FranceConnect.")}{" "}
        <a href="/">{t("Choisir une démarche")}</a>
      </p>
      <p>
        <a href="/reprendre">{t("Reprendre avec un code")}</a>
      </p>
    </TextPage>
  );
}

export function HelpPage({ frame }: TextProps): JSX.Element {
  const { t } = useLanguage();
  return (
    <TextPage frame={frame} title={t("Aide")}>
      <Part id="comment" title={t("Comment ça marche ?")}>
        <ol>
          <li>
            {t("Vous choisissez une démarche. La page dit ce que nous demanderons, à qui et pourquoi.")}
          </li>
          <li>{t("Vous vous identifiez avec FranceConnect, ou vous continuez sans.")}</li>
          <li>
            {t(
              "Le formulaire arrive rempli de ce que l’administration sait déjà. Vous vérifiez, vous corrigez, vous complétez.",
            )}
          </li>
          <li>
            {t(
              "Vous envoyez. Un agent de {collectivite} voit le même formulaire que vous, avec l’origine de chaque information.",
              { collectivite: frame.collectivite.name },
            )}
          </li>
        </ol>
      </Part>
      <Part id="identite" title={t("Une erreur dans mon identité")}>
        <p>
          {t(
            "Votre nom, vos prénoms et votre naissance viennent de l’état civil, par FranceConnect. Nous ne pouvons pas les modifier. Pour les corriger, demandez la rectification à l’Insee, sur service-public.fr, ou à votre mairie de naissance. En attendant, vous pouvez remplir la démarche sans FranceConnect, ou au guichet.",
          )}
        </p>
      </Part>
      <Part id="donnee" title={t("Une donnée de la CAF ou d’un autre organisme est fausse")}>
        <p>
          {t(
            "Sous la donnée, choisissez « Contester cette donnée » et expliquez pourquoi : l’agent qui examine votre demande verra votre remarque. Pour la corriger à la source, adressez-vous à l’organisme qui la détient.",
          )}
        </p>
      </Part>
      <OtherWays frame={frame} />
    </TextPage>
  );
}

export function PrivacyPage({ frame, procedures }: TextProps): JSX.Element {
  const { t } = useLanguage();
  const { name, contact } = frame.collectivite;
  const office = contact.dpo ?? contact.email;
  return (
    <TextPage frame={frame} title={t("Données personnelles")}>
      <p>
        {t(
          "{collectivite} est responsable de vos données. Elles servent à instruire votre demande, au titre de sa mission d’intérêt public, et à rien d’autre.",
          { collectivite: name },
        )}
      </p>
      <Part id="conservation" title={t("Combien de temps")}>
        <ul>
          {procedures.map(({ slug, title, retentionMonths }) => (
            <li key={slug}>
              {t("{title} : {months} mois après la décision", {
                title: (
                  <a href={paths(slug).presentation}>
                    <Words text={title} />
                  </a>
                ),
                months: retentionMonths,
              })}
            </li>
          ))}
          <li>{t("Journal des accès des agents : 36 mois")}</li>
          <li>{t("Ce que vous écrivez en donnant votre avis, sans rien qui vous nomme : 12 mois")}</li>
        </ul>
      </Part>
      <Part id="temoins" title={t("Témoins de connexion (cookies)")}>
        <p>
          {t(
            "Un témoin garde votre session ouverte, un autre la langue que vous avez choisie, pendant un an. Ils ne servent à rien d’autre : ils ne demandent donc pas votre accord.",
          )}
        </p>
      </Part>
      <Part id="droits" title={t("Vos droits")}>
        <p>
          {office
            ? t(
                "Vous pouvez accéder à vos données, les faire rectifier, en limiter l’usage ou vous y opposer en écrivant à {office}.",
                { office },
              )
            : t(
                "Vous pouvez accéder à vos données, les faire rectifier, en limiter l’usage ou vous y opposer au guichet.",
              )}{" "}
          {t("Vous pouvez aussi adresser une réclamation à la CNIL (www.cnil.fr).")}{" "}
          {t("Ce qui a été lu pour vous est dans « {page} ».", {
            page: <a href="/mes-donnees">{t("Mes données")}</a>,
          })}
        </p>
      </Part>
    </TextPage>
  );
}

export function SitemapPage({ frame, procedures }: TextProps): JSX.Element {
  const { t } = useLanguage();
  const others = [
    ["/mes-dossiers", "Mes dossiers"],
    ["/mes-donnees", "Mes données"],
    ["/connexion", "Se connecter"],
    ["/aide", "Aide"],
    ["/accessibilite", "Accessibilité"],
    ["/qualite", "Qualité"],
    ["/deploiement", "Déploiement"],
    ["/mentions-legales", "Mentions légales"],
    ["/donnees-personnelles", "Données personnelles"],
    ["/agent", "Espace des agents"],
  ] as const;
  return (
    <TextPage frame={frame} title={t("Plan du site")}>
      <ul>
        <li>
          <a href="/">{t("Accueil")}</a>
          <ul>
            {procedures.map(({ slug, title }) => (
              <li key={slug}>
                <a href={paths(slug).presentation}>
                  <Words text={title} />
                </a>
              </li>
            ))}
          </ul>
        </li>
        {others.map(([href, label]) => (
          <li key={href}>
            <a href={href}>{t(label)}</a>
          </li>
        ))}
      </ul>
    </TextPage>
  );
}
