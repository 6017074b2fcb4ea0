import type { VNode } from "preact";
import { Layout } from "./layout.tsx";

export interface DataGroup {
  readonly source: string;
  readonly items: readonly string[];
}

export interface InformationPageProps {
  readonly platform: string;
  readonly service: string;
  readonly uid: string;
  readonly csrf: string;
  /** Empty for a connection without identity (`openid` alone). */
  readonly groups: readonly DataGroup[];
  /** A private service asks; a public one informs. */
  readonly consent: boolean;
  readonly backHref: string;
}

/** « Continuer sur … »: says what the service receives before it receives it. */
export function InformationPage(props: InformationPageProps): VNode {
  return (
    <Layout platform={props.platform} title={`Continuer sur ${props.service}`}>
      <h1>Vous allez continuer sur {props.service}</h1>
      {props.groups.length === 0 ? (
        <p data-testid="anonymous">Aucune donnée personnelle ne sera transmise.</p>
      ) : (
        <>
          <p>Ces données seront transmises au service :</p>
          {props.groups.map((group) => (
            <section key={group.source}>
              <h2>{group.source}</h2>
              <ul data-testid="data">
                {group.items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
      <form method="post" action="/api/v2/login" data-testid="information">
        <input type="hidden" name="_csrf" value={props.csrf} />
        <input type="hidden" name="uid" value={props.uid} />
        {props.consent ? (
          <p>
            <input type="checkbox" id="consent" name="consent" value="yes" required />
            <label for="consent">J’accepte que ces données soient transmises à {props.service}.</label>
          </p>
        ) : null}
        <button class="button" type="submit" data-testid="continue">
          Continuer sur {props.service}
        </button>
      </form>
      <p>
        <a data-testid="back-to-service" href={props.backHref}>
          Revenir sur {props.service}
        </a>
      </p>
    </Layout>
  );
}
