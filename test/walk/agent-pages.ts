import { identifyAgent } from "../support/browser-walk.ts";
import { awkward } from "./awkward.ts";
import { press, type Scene } from "./scene.ts";

/** The desk: empty, filled with what is long or foreign, in error, in conflict. */
export async function agentPages({ portal, inside, open, see }: Scene): Promise<void> {
  const page = await open();
  await page.goto(`${portal.url}/agent`);
  await see(page, "agent-login");
  await page.goto(`${portal.url}/agent/journal`);
  await see(page, "agent-login-expired");
  await identifyAgent(page, `${portal.url}/agent`);
  await page.goto(`${portal.url}/agent?numero=rien`);
  await see(page, "agent-inbox-empty");
  const { id } = await inside.send({ change: awkward, daysAgo: 40 });
  await inside.send({ procedure: "stationnement-resident", applicant: "Ñ".repeat(200) });
  await inside.send({ procedure: "apa", applicant: "عبد الرحمن بن علي", daysAgo: 3 });
  for (let index = 0; index < 25; index += 1) await inside.send({});
  await page.goto(`${portal.url}/agent`);
  await see(page, "agent-inbox");
  await page.goto(`${portal.url}/agent/dossiers/${id}`);
  await page.locator("summary").click();
  await see(page, "agent-dossier");
  await press(page, "Prendre en charge");
  await see(page, "agent-dossier-taken");
  for (const [link, button] of [
    ["Refuser", "Refuser la demande"],
    ["Demander une correction", "Envoyer la demande de correction"],
  ] as const) {
    await page.goto(`${portal.url}/agent/dossiers/${id}`);
    await page.getByRole("link", { name: link }).click();
    await press(page, button);
    await see(page, `agent-${button}-error`);
  }
  await inside.dossiers.decide({
    collectivite: inside.collectivite,
    id,
    expectedRevision: 2,
    decision: { type: "accepted", reason: "Complet." },
    agent: { sub: "somebody", name: "Olivier Dufau" },
  });
  await page.getByText("Téléphone", { exact: true }).click();
  await page.getByRole("textbox").fill("Le numéro manque.");
  await press(page, "Envoyer la demande de correction");
  await see(page, "agent-conflict");
  for (const path of ["journal?verifier=oui", "statistiques", "qualite", "demarches", "export", "rien"]) {
    await page.goto(`${portal.url}/agent/${path}`);
    await see(page, `agent-${path}`);
  }
  await page.goto(`${portal.url}/agent/export`);
  await press(page, "Télécharger");
  await see(page, "agent-export-error");
  await page.context().close();
}
