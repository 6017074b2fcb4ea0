import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { PhoneLink } from "./footer.tsx";

/** FranceConnect is never the only way: some cannot use it, some do not want to. */
export function OtherWays({ frame }: { readonly frame: Frame }): JSX.Element {
  const { contact } = frame.collectivite;
  return (
    <section aria-labelledby="autrement" class="stack">
      <h2 id="autrement">Vous préférez faire autrement ?</h2>
      <ul class="ways" role="list">
        <li>
          <h3>En ligne, sans FranceConnect</h3>
          <p>
            Chaque démarche peut être remplie à la main, avec vos justificatifs. Elle est traitée de la même
            façon et dans le même délai.
          </p>
        </li>
        <li>
          <h3>Au guichet</h3>
          <p>
            Un agent remplit la demande avec vous. {contact.openingHours}
            {contact.address && <span class="soft"> {contact.address}</span>}
          </p>
        </li>
        <li>
          <h3>Par téléphone</h3>
          <p>
            {contact.phone ? (
              <>
                Au <PhoneLink number={contact.phone} />, pour une question ou pour prendre rendez-vous.
              </>
            ) : (
              "Appelez la mairie pour une question ou pour prendre rendez-vous."
            )}
          </p>
        </li>
      </ul>
    </section>
  );
}
