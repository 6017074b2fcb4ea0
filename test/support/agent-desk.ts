import { randomUUID } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { Registry } from "prom-client";
import { afterAll, beforeAll } from "vitest";
import { type Collectivite, createCollectivites } from "../../src/collectivites/index.ts";
import { createDossiers, type Dossiers, type Receipt } from "../../src/dossiers/index.ts";
import { createOnboarding, type Onboarding } from "../../src/onboarding/index.ts";
import { type FormState, fill, PROCEDURES, type Procedure } from "../../src/procedures/index.ts";
import { type AgentPagesOptions, agentPages } from "../../src/service/agent/index.ts";
import { createApis } from "../../src/service/apis.ts";
import { createApp } from "../../src/service/app.ts";
import { loadAssets } from "../../src/service/assets.ts";
import type { House } from "../../src/service/house.ts";
import { createLogger } from "../../src/service/logger.ts";
import { openSessions } from "../../src/service/sessions.ts";
import type { Settings } from "../../src/service/settings.ts";
import { type SimulatedPlatform, type Simulator, startSimulator } from "../../src/simulator/index.ts";
import { createVault, migrate, openDatabase } from "../../src/storage/index.ts";
import { newKey } from "./databases.ts";
import { type Page, Visitor } from "./visitor.ts";

/** The SIRET of the demo commune: agents of the simulated ProConnect work for it. */
export const SIRET = "21330063500017";
export const OTHER_SIRET = "21690123100011";

/** One agents' side over an empty database, as the service mounts it. */
export interface AgentDesk {
  readonly url: string;
  readonly dossiers: Dossiers;
  readonly onboarding: Onboarding;
  readonly collectivite: Collectivite;
  readonly other: Collectivite;
  /** Sends a dossier as a citizen does. */
  send(options?: SendOptions): Promise<Receipt>;
  /** A visitor who has gone through ProConnect as this persona. */
  login(persona?: string, path?: string): Promise<{ readonly visitor: Visitor; readonly page: Page }>;
  /** Lets the simulated API Particulier misbehave from now on; `null` ends it. */
  play(fault: string | null): Promise<void>;
  /** Moves the portal's clock on; milliseconds. */
  later(by: number): void;
}

export interface SendOptions {
  readonly collectivite?: Collectivite;
  readonly procedure?: string;
  readonly applicant?: string;
  /** When it was sent. */
  readonly daysAgo?: number;
  readonly change?: (state: FormState) => FormState;
}

/** What a test may replace before the pages are mounted. */
export interface DeskOptions extends AgentPagesOptions {
  readonly dossiers?: (dossiers: Dossiers) => Dossiers;
  readonly procedures?: readonly Procedure[];
  readonly withoutProConnect?: boolean;
  /** API Particulier as the simulator plays it; without the habilitation's token where `"without token"`. */
  readonly particulier?: true | "without token";
}

/**
 * One server and one simulated ProConnect for a test file; each test opens its own desk on them.
 */
export function agentStage(): { open(options?: DeskOptions): Promise<AgentDesk> } {
  let handler: RequestListener = (_req, res) => void res.writeHead(503).end();
  let server: Server;
  let simulator: Simulator;
  let url: string;
  const closers: (() => Promise<void> | void)[] = [];

  beforeAll(async () => {
    server = createServer((req, res) => handler(req, res)).listen(0, "127.0.0.1");
    // A test that prepares for long must not find its connection closed in the very instant it is used again.
    server.keepAliveTimeout = 60_000;
    await new Promise((resolve) => server.once("listening", resolve));
    url = `http://localhost:${(server.address() as AddressInfo).port}`;
    simulator = await startSimulator({
      serviceUrl: url,
      ports: { franceconnect: 0, franceconnectPlus: 0, proconnect: 0, particulier: 0 },
    });
  });
  afterAll(async () => {
    await Promise.all(closers.map((close) => close()));
    server.closeAllConnections();
    server.close();
    await simulator.close();
  });

  return {
    open: async (options = {}) => {
      let shift = 0;
      let ahead = 0;
      const now = () => new Date(Date.now() - shift + ahead);
      const store = await openDatabase("file::memory:");
      await migrate(store);
      const tools = { store, vault: createVault({ key: newKey() }), now };
      const collectivites = createCollectivites(tools);
      const collectivite = await collectivites.save({
        siret: SIRET,
        name: "Val-de-Sorgue",
        host: "localhost",
      });
      const other = await collectivites.save({
        siret: OTHER_SIRET,
        name: "Autre commune",
        host: "autre.localhost",
      });
      const dossiers = createDossiers(tools);
      const settings: Settings = {
        port: 0,
        baseUrl: url,
        collectivite: { siret: SIRET, name: "Val-de-Sorgue", contact: {} },
        sessionSecrets: ["only for tests, thirty-two characters"],
        encryptionKeys: [],
        keysDir: "",
        databaseUrl: "",
        logLevel: "silent",
        sandbox: true,
        franceConnect: { ...registration(simulator.franceconnect), signingAlg: "ES256" },
        ...(options.particulier && {
          apiParticulier: {
            url: simulator.apiParticulier.url,
            ...(options.particulier === true && { token: simulator.apiParticulier.tokens[0]?.token ?? "" }),
          },
        }),
        ...(!options.withoutProConnect && { proConnect: registration(simulator.proconnect) }),
      };
      const sessions = await openSessions(settings, () => undefined);
      const metrics = new Registry();
      const logger = createLogger("silent");
      const house: House = {
        settings,
        collectivites,
        onboarding: createOnboarding(tools),
        dossiers: options.dossiers?.(dossiers) ?? dossiers,
        procedures: options.procedures ?? PROCEDURES,
        api: createApis({ settings, collectivites, metrics, logger, now }),
        sessions,
        assets,
        dependencies: [],
        metrics,
        logger,
        now,
      };
      const app = options.roleOf ? onlyAgents(house, options) : createApp(house);
      closers.push(
        () => app.close(),
        () => sessions.close(),
        () => store.close(),
      );
      handler = app;
      return {
        url,
        dossiers,
        onboarding: house.onboarding,
        collectivite,
        other,
        send: async (request = {}) => {
          shift = (request.daysAgo ?? 0) * DAY;
          const receipt = await sendDossier(dossiers, { collectivite, ...request });
          shift = 0;
          return receipt;
        },
        play: async (fault) => {
          const { url: api } = simulator.apiParticulier;
          const answer = await fetch(`${new URL(api).origin}/__simulator/config`, {
            method: "PUT",
            headers: { "content-type": "application/json" },
            body: JSON.stringify({ fault }),
          });
          if (!answer.ok) throw new Error(`The simulator does not know the fault ${fault}`);
        },
        later: (by) => {
          ahead += by;
        },
        login: async (persona = "agent", path = "/agent") => {
          const visitor = new Visitor();
          const choice = await visitor.click(await visitor.get(url + path), "ProConnect");
          const button = choice.$(`button[value="${persona}"]`).text().trim();
          return { visitor, page: await visitor.submit(choice, button.slice(0, 20), { agent: persona }) };
        },
      };
    },
  };
}

function registration({ issuer, clients }: SimulatedPlatform) {
  const [client] = clients;
  if (!client) throw new Error("The simulator knows no client");
  return { issuer, clientId: client.client_id, clientSecret: client.client_secret };
}

/** Where agents have roles, which the whole portal does not give yet: the agents' pages alone. */
function onlyAgents(house: House, options: AgentPagesOptions) {
  const pages = agentPages(house, options);
  const app = express();
  app.use("/agent", house.sessions.agent, express.urlencoded({ extended: false }), pages);
  return Object.assign(app, { close: () => pages.close() });
}

const DAY = 24 * 60 * 60 * 1000;
const assets = loadAssets();

/** Angela DUBOIS, whose CAF answered: what a draft holds when she presses « Envoyer ». */
export function filledState(procedure: Procedure): FormState {
  const received = receivedState(procedure);
  const children = fill(procedure, received).fields.find(({ name }) => name === "enfants")?.received;
  return children ? { ...received, answers: { ...received.answers, enfants: children.value } } : received;
}

function receivedState(procedure: Procedure): FormState {
  const at = "2026-11-18T09:12:00.000Z";
  return {
    procedure: procedure.slug,
    version: procedure.version,
    identity: {
      platform: "franceconnect",
      level: "eidas1",
      authenticatedAt: at,
      identity: {
        givenNames: ["Angela", "Claire", "Louise"],
        familyName: "DUBOIS",
        birthdate: "1962-08-24",
        birthplace: "75107",
        birthcountry: "99100",
        gender: "female",
        email: "angela@exemple.fr",
      },
    },
    sources: {
      qf: {
        state: { state: "received", at, provider: "CNAF" },
        provenance: {
          source: "api-particulier",
          provider: "CNAF",
          route: "quotient-familial",
          fetchedAt: at,
        },
        data: {
          quotient_familial: { fournisseur: "CNAF", valeur: 1045, annee: 2026, mois: 11 },
          enfants: [{ nom_naissance: "DUBOIS", prenoms: "Lucas", date_naissance: "2018-05-03", sexe: "M" }],
          adresse: { numero_libelle_voie: "12 AVENUE DE LA GARE", code_postal_ville: "84000 AVIGNON" },
        },
      },
    },
    answers: {
      telephone: "+33612345678",
      ecole: "jean-moulin",
      jours: ["lundi", "jeudi"],
      menu: "classique",
    },
    corrections: {},
    contested: {},
    completed: [],
  };
}

/** As a citizen does. */
export async function sendDossier(
  dossiers: Dossiers,
  options: SendOptions & { readonly collectivite: Collectivite },
): Promise<Receipt> {
  const { collectivite, procedure: slug = "restauration-scolaire", applicant, change } = options;
  const procedure = PROCEDURES.find((candidate) => candidate.slug === slug) as Procedure;
  const filled = filledState(procedure);
  const state = change?.(filled) ?? filled;
  const owner = { platform: state.identity?.platform ?? "session", sub: randomUUID() } as const;
  const draft = await dossiers.drafts.open({
    collectivite: collectivite.id,
    procedure: slug,
    owner,
    initial: state,
  });
  return dossiers.send({
    collectivite: collectivite.id,
    owners: [owner],
    id: draft.id,
    form: fill(procedure, state),
    applicant: applicant ?? "Angela Claire Louise DUBOIS",
    retentionMonths: procedure.retentionMonths,
  });
}
