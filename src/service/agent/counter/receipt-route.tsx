import { readsOf } from "../../../dossiers/index.ts";
import { openDossier } from "../dossier-route.tsx";
import type { Visit } from "../visit.ts";
import { COUNTER_PURPOSES } from "./counter-visit.ts";
import { ReceiptPage } from "./receipt-page.tsx";

/** `GET /agent/dossiers/:id/recepisse`: what the citizen takes home, of any dossier. */
export async function showReceipt(visit: Visit): Promise<void> {
  const { house, desk, collectivite } = visit;
  const dossier = await openDossier(visit);
  await visit.trace({
    action: "printed",
    purpose: COUNTER_PURPOSES.receipt,
    dossier: dossier.id,
    procedure: dossier.procedure,
  });
  const procedure = house.procedures.find(({ slug }) => slug === dossier.procedure);
  visit.show(
    <ReceiptPage
      desk={desk}
      dossier={dossier}
      title={procedure?.title ?? dossier.procedure}
      contact={collectivite.contact}
      reads={readsOf(dossier.form)}
      {...(procedure && { delay: procedure.delay })}
    />,
  );
}
