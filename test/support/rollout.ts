import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { createCollectivites } from "../../src/collectivites/index.ts";
import type { Logger } from "../../src/federation/index.ts";
import { createOnboarding, type Onboarding } from "../../src/onboarding/index.ts";
import { loadAssets } from "../../src/service/assets.ts";
import { onboardingPages, onboardingWebhook } from "../../src/service/onboarding/index.ts";
import { themeCss } from "../../src/service/theme.ts";
import { createVault, migrate, openDatabase, type Store } from "../../src/storage/index.ts";
import { smallRegistry } from "../onboarding/support.ts";
import { newKey } from "./new-key.ts";

/** The pages of the roll-out over a database of their own, as the service mounts them. */
export interface Rollout {
  readonly url: string;
  readonly onboarding: Onboarding;
  readonly store: Store;
  readonly clock: { now: Date };
  readonly log: { readonly object: object; readonly message: string | undefined }[];
  close(): Promise<void>;
}

export const WEBHOOK_SECRET = "the secret that DataPass and we share";

const assets = loadAssets();

export async function openRollout(at: string, options: { webhook?: false } = {}): Promise<Rollout> {
  const store = await openDatabase("file::memory:");
  await migrate(store);
  const clock = { now: new Date(at) };
  const now = () => clock.now;
  const collectivites = createCollectivites({ store, vault: createVault({ key: newKey() }), now });
  const collectivite = await collectivites.save({
    siret: "21330063500017",
    name: "Val-de-Sorgue",
    host: "localhost",
  });
  const onboarding = createOnboarding({ store, now });
  const log: Rollout["log"] = [];
  const write = (object: object, message?: string) => void log.push({ object, message });
  const logger: Logger = { debug: write, info: write, warn: write, error: write };
  const house = {
    collectivites,
    assets,
    logger,
    onboarding,
    settings: { sandbox: true, ...(options.webhook !== false && { datapassWebhookSecret: WEBHOOK_SECRET }) },
  };
  const app = express();
  app.use(onboardingWebhook(house));
  app.use(express.json());
  app.use(assets.router);
  app.get("/theme.css", (_req, res) => void res.type("css").send(themeCss(collectivite.theme)));
  app.use("/deploiement", onboardingPages(house));
  const server = createServer(app).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    onboarding,
    store,
    clock,
    log,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };
}

/** Two collectivités a week have gone into production: a curve with something to show. */
export async function busyRollout(): Promise<Rollout> {
  const rollout = await openRollout("2022-06-01T10:00:00Z");
  await smallRegistry(rollout.store);
  const { onboarding, store } = rollout;
  const numbers = Array.from({ length: 250 }, (_, index) => index);
  for (let from = 0; from < 250; from += 50) {
    await store.db
      .insertInto("onboarding_territories")
      .values(
        numbers.slice(from, from + 50).map((index) => ({
          code: `commune:T${index}`,
          kind: "commune",
          name: `Commune ${index}`,
          stratum: "commune-moins-3500",
          departement: "33",
          siren: null,
          region: null,
          population: 900,
          vendor: null,
          opsn: null,
          stage: null,
          stage_at: null,
        })),
      )
      .execute();
  }
  await onboarding.savePartners([
    { slug: "entrouvert", kind: "vendor", name: "Entr’ouvert", certified: true },
    { slug: "numerique-33", kind: "opsn", name: "Numérique 33", certified: false },
  ]);
  const day = (index: number, first: string) =>
    new Date(Date.parse(first) + index * 86_400_000).toISOString().slice(0, 10);
  for (const index of numbers) {
    const tell = (milestone: string, at: string, evidence = {}) =>
      onboarding.tell({ territory: `commune:T${index}`, milestone, at, source: "agent", evidence });
    await tell("vendor", day(index % 90, "2021-09-01"), { vendor: "entrouvert", opsn: "numerique-33" });
    if (index % 4 !== 0) await tell("habilitation-franceconnect", day(index % 70, "2021-12-20"));
    if (index % 3 !== 0) await tell("production", day(index % 60, "2022-03-15"));
  }
  await onboarding.tell({ territory: "213300635", milestone: "contact", at: "2022-05-02", source: "agent" });
  return rollout;
}
