import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { useLanguage, Words } from "../language/index.ts";
import { PhoneLink } from "./footer.tsx";

/** FranceConnect is never the only way: some cannot use it, some do not want to. */
export function OtherWays({ frame }: { readonly frame: Frame }): JSX.Element {
  const { t } = useLanguage();
  const { contact } = frame.collectivite;
  return (
    <section aria-labelledby="autrement" class="stack">
      <h2 id="autrement">{t("Vous préférez faire autrement ?")}</h2>
      <ul class="ways" role="list">
        <li>
          <h3>{t("En ligne, sans FranceConnect")}</h3>
          <p>
            {t(
              "Chaque démarche peut être remplie à la main, avec vos justificatifs. Elle est traitée de la même façon et dans le même délai.",
            )}
          </p>
        </li>
        <li>
          <h3>{t("Au guichet")}</h3>
          <p>
            {t("Un agent remplit la demande avec vous.")}{" "}
            {contact.openingHours && <Words text={contact.openingHours} />}
            {contact.address && <span class="soft"> {contact.address}</span>}
          </p>
        </li>
        <li>
          <h3>{t("Par téléphone")}</h3>
          <p>
            {contact.phone
              ? t("Au {number}, pour une question ou pour prendre rendez-vous.", {
                  number: <PhoneLink number={contact.phone} />,
                })
              : t("Appelez la mairie pour une question ou pour prendre rendez-vous.")}
          </p>
        </li>
      </ul>
    </section>
  );
}
