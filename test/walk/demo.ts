import { Visitor } from "../support/visitor.ts";
import { fillSteps, logInAgent, logInAs } from "./visit.ts";

/**
 * Walks a demo that runs already, over plain HTTP, as its README tells a newcomer to: `tsx test/walk/demo.ts URL`.
 * Ends with an error at the first thing that is not as promised.
 */
const base = process.argv[2] ?? "http://localhost:3000";

function expect(what: string, holds: boolean, page: string): void {
  if (!holds) throw new Error(`${what}: not so.\n${page}`);
  process.stdout.write(`  ${what}\n`);
}

async function untilItAnswers(seconds: number): Promise<void> {
  for (let tries = 0; tries < seconds * 4; tries += 1) {
    const alive = await fetch(`${base}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (alive) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${base} does not answer after ${seconds} seconds`);
}

async function citizen(): Promise<{ visitor: Visitor; number: string }> {
  const visitor = new Visitor();
  const home = await visitor.get(base);
  expect("the first page lists the procedures", home.text.includes("Restauration scolaire"), home.text);
  const presentation = await visitor.click(home, "Restauration scolaire");
  expect(
    "the notice says what will be fetched, from whom",
    /la CAF ou la MSA/i.test(presentation.text),
    presentation.text,
  );
  const received = await logInAs(visitor, await visitor.click(presentation, "FranceConnect"), "famille");
  expect("data came from the CAF", received.text.includes("Reçu de la CAF"), received.text);
  const check = await fillSteps(visitor, received, {
    telephone: "06 12 34 56 78",
    "adresse.street": "3 rue du Moulin",
    enfants: (page) => page.$('input[name="enfants"]').first().attr("value") ?? "",
    ecole: "platanes",
    jours: ["lundi", "jeudi"],
    menu: "classique",
  });
  expect("answers are checked before they are sent", check.url.endsWith("/verification"), check.text);
  expect("the price is shown with its rule", /3,30 €.*QF 912 €/.test(check.text), check.text);
  expect("a corrected value keeps what was received", check.text.includes("Au lieu de"), check.text);
  const sent = await visitor.submit(check, "Envoyer la demande");
  const number = /\d{4}-[A-Z]+-[A-Z0-9]{6}/.exec(sent.text)?.[0] ?? "";
  expect(`the dossier has a number (${number})`, number !== "", sent.text);
  expect("the receipt says what was read from whom", sent.text.includes("Fourni par la CAF"), sent.text);
  const mine = await visitor.get(`${base}/mes-dossiers`);
  expect("the dossier is found again", mine.text.includes(number), mine.text);
  return { visitor, number };
}

async function agent(number: string): Promise<void> {
  const visitor = new Visitor();
  const inbox = await logInAgent(visitor, base, "agent");
  expect("the agent finds the dossier", inbox.text.includes(number), inbox.text);
  const mirror = await visitor.click(inbox, number);
  expect(
    "the mirror shows received beside declared",
    /Reçu.*Déclaré par l’usager/.test(mirror.text),
    mirror.text,
  );
  const decided = await visitor.submit(await visitor.click(mirror, "Accepter"), /Accepter/);
  expect("the agent decides", decided.text.includes("Accepté"), decided.text);
}

async function citizenAgain(visitor: Visitor, number: string): Promise<void> {
  const dossier = await visitor.click(await visitor.get(`${base}/mes-dossiers`), number);
  expect("the citizen reads the decision", dossier.text.includes("Acceptée"), dossier.text);
  expect(
    "the citizen sees that an agent has looked",
    dossier.text.includes("a consulté votre dossier"),
    dossier.text,
  );
}

async function stepUp(visitor: Visitor): Promise<void> {
  const apa = await visitor.click(await visitor.get(base), "autonomie");
  const forMe = await visitor.submit(apa, "Continuer");
  const form = await logInAs(visitor, await visitor.click(forMe, "FranceConnect"), "famille");
  expect(
    "a procedure at eidas2 goes through FranceConnect+ and comes back",
    form.url.startsWith(base),
    form.text,
  );
  const me = await visitor.get(`${base}/auth/me`);
  expect("the level has risen", /"franceconnect-plus".*"eidas[23]"/.test(me.html), me.html);
}

await untilItAnswers(60);
const { visitor, number } = await citizen();
await agent(number);
await citizenAgain(visitor, number);
await stepUp(visitor);
process.stdout.write("The whole way was walked.\n");
