import { sendDocument } from "../send-document.ts";
import type { Visit } from "./visit.ts";

/** Hands the citizen a file of their draft or dossier again; nobody learns whether there is one that is not theirs. */
export async function downloadDocument(
  { house, collectivite, owners, req, res, redirect }: Visit,
  notFound: () => void,
): Promise<void> {
  if (owners.length === 0) return redirect("/connexion");
  const document = await house.dossiers.documents.read({
    collectivite: collectivite.id,
    owners,
    id: String(req.params.id),
    document: String(req.params.document),
  });
  if (document) sendDocument(res, document);
  else notFound();
}
