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
