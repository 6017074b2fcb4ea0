import { DossierError } from "../../dossiers/index.ts";
import { sendDocument } from "../send-document.ts";
import { openDossier } from "./dossier-route.tsx";
import type { Visit } from "./visit.ts";
import { PURPOSES } from "./words.ts";

/**
 * `GET /agent/dossiers/:id/documents/:document`: writes the journal, then hands over the file.
 *
 * @throws DossierError `dossier_not_found`, the same for a file that is unknown, another dossier's or another collectivité's
 */
export async function downloadDocument(visit: Visit): Promise<void> {
  const { house, collectivite, req, res } = visit;
  const { id, procedure } = await openDossier(visit);
  const document = await house.dossiers.documents.readForAgent({
    collectivite: collectivite.id,
    id,
    document: String(req.params.document),
  });
  if (!document) throw new DossierError("dossier_not_found", "no such document in this dossier");
  await visit.trace({
    action: "downloaded",
    purpose: PURPOSES.review,
    dossier: id,
    procedure,
    fields: [document.field],
  });
  sendDocument(res, document);
}
