import { cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoSettings } from "../../src/cli/demo-settings.ts";
import { generateKeys } from "../../src/federation/index.ts";
import {
  type RunningService,
  type ServiceOptions,
  type Settings,
  startService,
} from "../../src/service/index.ts";
import type { Simulator } from "../../src/simulator/index.ts";
import { startSimulator } from "../../src/simulator/index.ts";
import { type Answers, type Page, Visitor } from "./visitor.ts";

/** The service as `passerelle demo` starts it, on free ports and in a folder of its own. */
export interface WholePortal {
  readonly url: string;
  readonly simulator: Simulator;
  readonly settings: Settings;
  /** Stops the service and starts it again on the same data, as after Ctrl-C; sessions in memory are gone. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Starts it; `change` may alter the settings of the demo, `options` what the service offers. */
export async function startWholePortal(
  change: (settings: Settings) => Settings = (settings) => settings,
  options: ServiceOptions = {},
): Promise<WholePortal> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const data = await mkdtemp(join(tmpdir(), "passerelle-portal-"));
  const simulator = await startSimulator({
    serviceUrl: url,
    ports: { franceconnect: 0, franceconnectPlus: 0, proconnect: 0, particulier: 0 },
  });
  await cp(await madeKeys(), join(data, "keys"), { recursive: true });
  const settings = change(await demoSettings({ simulator, port, data }));
  const start = () => startService({ ...settings, logLevel: "silent" }, options);
  let service: RunningService = await start();
  return {
    url,
    simulator,
    settings,
    restart: async () => {
      await service.close();
      service = await start();
    },
    close: async () => {
      await service.close();
      await simulator.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

let keys: Promise<string> | undefined;

/** Making RSA keys takes longer than starting a portal: a worker makes one folder of them. */
function madeKeys(): Promise<string> {
  keys ??= mkdtemp(join(tmpdir(), "passerelle-keys-")).then(async (folder) => {
    await generateKeys(folder);
    return folder;
  });
  return keys;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** From the provider's first page, through persona and « Continuer », back to the service. */
export async function identify(visitor: Visitor, choice: Page, persona: string): Promise<Page> {
  const provider = choice.$('[data-testid^="idp-"]').first().attr("href");
  if (!provider) throw new Error(`No identity provider on ${choice.url}:\n${choice.text.slice(0, 500)}`);
  const personas = await visitor.get(new URL(provider, choice.url).href);
  const form = personas.$('[data-testid="personas"]');
  const known = await visitor.post(
    new URL(form.attr("action") as string, personas.url).href,
    { _csrf: String(form.find('[name="_csrf"]').val()), persona },
    { origin: new URL(personas.url).origin },
  );
  return visitor.submit(known, "Continuer sur");
}

/** A visitor who has logged in and stands on what comes next in this procedure. */
export async function begin(
  portal: WholePortal,
  slug: string,
  persona = "famille",
  visitor = new Visitor(),
): Promise<{ readonly visitor: Visitor; readonly page: Page }> {
  const choice = await visitor.get(`${portal.url}/demarches/${slug}/formulaire?pour=moi`);
  return { visitor, page: await identify(visitor, choice, persona) };
}

/** Goes on from page to page, filling what is asked from `answers`, until the page at `until`. */
export async function walk(
  visitor: Visitor,
  from: Page,
  answers: Answers,
  until: RegExp = /\/confirmation\//,
): Promise<Page> {
  let page = from;
  for (let pages = 0; pages < 12 && !until.test(page.url); pages += 1) {
    if (page.$(".error-summary").length > 0)
      throw new Error(`Refused on ${page.url}: ${page.$(".error-summary").text()}`);
    if (page.url.includes("/recuperation")) page = await visitor.click(page, "Continuer");
    else if (page.url.includes("/verification")) page = await visitor.submit(page, "Envoyer la demande");
    else page = await visitor.submit(page, /Enregistrer et continuer|Vérifier/, asked(page, answers));
  }
  if (!until.test(page.url)) throw new Error(`Stopped on ${page.url}: ${page.text.slice(0, 600)}`);
  return page;
}

/** Those of the answers for which the page has an input. */
function asked(page: Page, answers: Answers): Answers {
  const names = new Set(
    page
      .$("main form [name]")
      .toArray()
      .map((element) => page.$(element).attr("name")),
  );
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name)));
}

/** Answers to whatever the shipped procedures ask of somebody of whom nothing is known. */
export const ANSWERS: Answers = {
  telephone: "0612345678",
  ecole: "jean-moulin",
  jours: ["lundi", "jeudi"],
  menu: "classique",
  lieu: "domicile",
  aide: "Se lever et préparer les repas",
  plaque: "GA-417-PS",
};

export const ADDRESS: Answers = {
  "adresse.street": "3 rue du Moulin",
  "adresse.postalCode": "84800",
  "adresse.city": "Val-de-Sorgue",
};

export const ADDED_CHILD: Answers = {
  "enfants.added.0.givenNames": "Léa",
  "enfants.added.0.familyName": "Martin",
  "enfants.added.0.birthdate.day": "3",
  "enfants.added.0.birthdate.month": "9",
  "enfants.added.0.birthdate.year": "2018",
};

export const BY_HAND: Answers = {
  ...ANSWERS,
  ...ADDRESS,
  ...ADDED_CHILD,
  "nom-de-naissance": "Martin",
  prenoms: "Zoé",
  "date-de-naissance.day": "27",
  "date-de-naissance.month": "3",
  "date-de-naissance.year": "1985",
  "adresse-electronique": "zoe.martin@example.org",
};

/** Without its cookies for the portal: a session that has expired. */
export async function forgetSession(visitor: Visitor): Promise<void> {
  await visitor.jar.removeAllCookies();
}
