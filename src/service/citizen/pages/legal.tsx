import type { JSX } from "preact";
import { useLanguage } from "../../language/index.ts";
import { Part, TextPage, type TextProps } from "./text-page.tsx";

export function LegalPage({ frame }: TextProps): JSX.Element {
  const { t } = useLanguage();
  const { name, contact } = frame.collectivite;
  return (
    <TextPage frame={frame} title={t("Mentions légales")} inFrench>
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
          Ce portail ne dépose que les témoins (cookies) nécessaires à votre connexion, à votre demande et à
          la langue que vous choisissez. Il ne mesure pas votre navigation et ne partage rien avec des tiers.
        </p>
      </Part>
    </TextPage>
  );
}
