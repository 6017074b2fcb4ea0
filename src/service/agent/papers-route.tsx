import {
  dataPassDraft,
  dataPassMarkdown,
  type NoticeCollectivite,
  type Procedure,
  recordMarkdown,
  recordOfProcessing,
} from "../../procedures/index.ts";
import { PapersPage } from "./papers-page.tsx";
import type { Visit } from "./visit.ts";

/** What follows from a declaration, by the last part of its address: a French text to attach. */
const PAPERS: Readonly<Record<string, (procedure: Procedure, collectivite: NoticeCollectivite) => string>> = {
  "brouillon-datapass": (...of) => dataPassMarkdown(dataPassDraft(...of)),
  "fiche-de-registre": (...of) => recordMarkdown(recordOfProcessing(...of)),
};

const NO_PAPER = {
  code: "paper_not_found",
  status: 404,
  citizenTitle: "Aucun document ici",
  citizenMessage:
    "Cette démarche n’est pas proposée, ou ce document n’existe pas. La liste dit ce qui existe.",
};

/** `GET /agent/demarches`: what each procedure offered was declared with. Nothing in it is about anybody. */
export function showPapers({ house, desk, show }: Visit): void {
  show(<PapersPage desk={desk} procedures={house.procedures} />);
}

/** `GET /agent/demarches/:slug/documents/:document`: the paper, to paste or attach. */
export function sendPaper({ house, collectivite, req, res }: Visit): void {
  const procedure = house.procedures.find(({ slug }) => slug === req.params.slug);
  const name = String(req.params.document);
  const write = Object.hasOwn(PAPERS, name) ? PAPERS[name] : undefined;
  if (!procedure || !write) throw Object.assign(new Error("no such paper"), NO_PAPER);
  res
    .set("Cache-Control", "no-store")
    .attachment(`${name}-${procedure.slug}.md`)
    .type("text/markdown; charset=utf-8")
    .send(`${write(procedure, collectivite)}\n`);
}
