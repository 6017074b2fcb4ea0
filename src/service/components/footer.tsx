import type { JSX } from "preact";
import { CONFORMITY_LABEL } from "../accessibility.ts";
import type { Frame } from "../frame.ts";
import { useLanguage, Words } from "../language/index.ts";

const LEGAL = [
  { href: "/plan-du-site", label: "Plan du site" },
  { href: "/accessibilite", label: CONFORMITY_LABEL },
  { href: "/mentions-legales", label: "Mentions légales" },
  { href: "/donnees-personnelles", label: "Données personnelles" },
  { href: "/qualite", label: "Qualité" },
  { href: "/deploiement", label: "Déploiement" },
  { href: "/agent", label: "Espace des agents" },
] as const;

/** For agents and for whoever steers: in French, whoever follows the link. */
const IN_FRENCH: ReadonlySet<string> = new Set(["/qualite", "/deploiement", "/agent"]);

export function Footer({ frame }: { readonly frame: Frame }): JSX.Element {
  const { t, translate } = useLanguage();
  const { name, contact } = frame.collectivite;
  return (
    <footer class="site-footer">
      <div class="wrap">
        <div class="footer-columns">
          <div>
            <h2>{name}</h2>
            {contact.address && <address>{contact.address}</address>}
            {contact.openingHours && (
              <p>
                <Words text={contact.openingHours} />
              </p>
            )}
          </div>
          <div>
            <h2>{t("Sans Internet, avec quelqu’un")}</h2>
            {contact.phone && (
              <p>{t("Au téléphone : {number}", { number: <PhoneLink number={contact.phone} /> })}</p>
            )}
            <p>
              {t("Au guichet, un agent remplit la demande avec vous.")}{" "}
              <a href="/aide">{t("Toutes les façons de faire")}</a>
            </p>
          </div>
          <div>
            <h2>{t("Vos données")}</h2>
            <p>
              {t(
                "Nous ne demandons à l’administration que ce que votre démarche exige, et vous voyez tout ce que nous lisons.",
              )}{" "}
              <a href="/mes-donnees">{t("Voir mes données")}</a>
            </p>
          </div>
        </div>
        <ul class="legal" role="list">
          {LEGAL.map(({ href, label }) => (
            <li key={href}>
              <a href={href} hreflang={IN_FRENCH.has(href) ? "fr" : undefined}>
                {translate(label)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}

/** A telephone number that a telephone can dial. */
export function PhoneLink({ number }: { readonly number: string }): JSX.Element {
  return (
    <a class="nowrap" href={`tel:${number.replace(/[^\d+]/g, "")}`}>
      {number}
    </a>
  );
}
