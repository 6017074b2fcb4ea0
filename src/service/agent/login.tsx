import type { JSX } from "preact";
import { PageHead } from "../components/layout.tsx";
import type { Desk } from "./desk.ts";
import { AgentLayout } from "./layout.tsx";

export interface LoginPageProps {
  readonly desk: Desk;
  /** The ProConnect button; absent where ProConnect is not configured. */
  readonly button?: JSX.Element;
  readonly siret: string;
  /** The agent came for a page, or sent a form, and was not logged in any more. */
  readonly expired: boolean;
  /** What they had typed; empty when they had not. */
  readonly lostText: string;
}

/** Who may enter, how, and what happens with what they do here. */
export function LoginPage({ desk, button, siret, expired, lostText }: LoginPageProps): JSX.Element {
  const { collectivite } = desk.frame;
  return (
    <AgentLayout desk={desk} title="Connexion">
      <PageHead
        title="Espace des agents"
        lead={`Instruire les demandes reçues par ${collectivite.name}, avec l’origine de chaque information.`}
      />
      <div class="columns">
        <div class="stack">
          {expired && (
            <div class="notice notice-warning" role="status">
              <p>
                <strong>Vous n’êtes pas connecté, ou votre session a expiré.</strong> Connectez-vous pour
                continuer. Si vous veniez d’envoyer un formulaire, rien n’a été enregistré.
              </p>
            </div>
          )}
          {lostText !== "" && (
            <div class="field">
              <label for="motif">Ce que vous aviez écrit, à copier avant de vous connecter</label>
              <textarea id="motif" rows={5} readonly>
                {lostText}
              </textarea>
            </div>
          )}
          {button ?? (
            <div class="notice notice-warning">
              <p>
                La connexion des agents n’est pas encore ouverte sur ce portail. Adressez-vous à la personne
                qui l’administre.
              </p>
            </div>
          )}
          <p class="measure">
            Cet espace est réservé aux agents de {collectivite.name}, SIRET{" "}
            <span class="nowrap">{siret}</span>. Si vous travaillez pour plusieurs organisations, choisissez
            celle-ci pendant la connexion.
          </p>
          <p class="measure">
            Votre organisation n’a pas ProConnect ? Adressez-vous à son service informatique
            {collectivite.contact.email ? ` ou écrivez à ${collectivite.contact.email}` : ""}.
          </p>
        </div>
        <aside class="stack">
          <section class="notice" aria-labelledby="traces">
            <h2 id="traces">Ce que vous consultez est inscrit</h2>
            <p>
              Qui a vu quel dossier, quand et pourquoi : le journal est conservé 36 mois, et l’usager peut le
              lire dans son dossier.
            </p>
          </section>
          <section class="notice" aria-labelledby="usager">
            <h2 id="usager">Vous êtes un usager ?</h2>
            <p>
              <a href="/">Vos démarches sont ici</a>
            </p>
          </section>
        </aside>
      </div>
    </AgentLayout>
  );
}
