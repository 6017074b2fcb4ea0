import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { demoSettings } from "../../../src/cli/demo-settings.ts";
import { createOnboarding, type Onboarding } from "../../../src/onboarding/index.ts";
import { fill, PROCEDURES, type Procedure } from "../../../src/procedures/index.ts";
import { type RunningService, startService } from "../../../src/service/index.ts";
import { noteDossier } from "../../../src/service/onboarding/index.ts";
import { type Simulator, startSimulator } from "../../../src/simulator/index.ts";
import { openDatabase, type Store } from "../../../src/storage/index.ts";
import { smallRegistry } from "../../onboarding/support.ts";
import { filledState } from "../../support/agent-desk.ts";
import { freePort } from "../../support/server-process.ts";
import { Visitor } from "../../support/visitor.ts";

const SIREN = "213300635";

describe("the portal's own facts", () => {
  let simulator: Simulator;
  let service: RunningService;
  let store: Store;
  let onboarding: Onboarding;
  let url: string;
  beforeAll(async () => {
    const port = await freePort();
    url = `http://localhost:${port}`;
    const data = await mkdtemp(join(tmpdir(), "passerelle-facts-"));
    const ports = { franceconnect: 0, franceconnectPlus: 0, proconnect: 0, particulier: 0 };
    simulator = await startSimulator({ serviceUrl: url, ports, auto: "test" });
    const settings = await demoSettings({ simulator, port, data });
    service = await startService(settings);
    store = await openDatabase(settings.databaseUrl);
    await smallRegistry(store);
    onboarding = createOnboarding({ store, now: () => new Date() });
  }, 60_000);
  afterAll(async () => {
    await service?.close();
    await simulator?.close();
    await store?.close();
  });

  it("a real login is the collectivité's first, with the portal as its source", async () => {
    await new Visitor().get(`${url}/auth/login?level=eidas1&return_to=/`);
    await vi.waitFor(async () => {
      const timeline = await onboarding.timeline(SIREN);
      expect(timeline?.history.map(({ milestone, source }) => [milestone, source])).toEqual([
        ["first-login", "gateway"],
      ]);
    });
    await new Visitor().get(`${url}/auth/login?level=eidas1&return_to=/`);
    expect((await onboarding.timeline(SIREN))?.history).toHaveLength(1);
  }, 60_000);

  it("the digest begins its logins, and says which redirect URI is not the one it sends", async () => {
    const redirectUris = [`${url}/auth/franceconnect/callback`, `${url}/auth/franceconnect-plus/callback`];
    const digest = (uris: readonly string[]) =>
      onboarding.digest({ addresses: [{ url: new URL(url), redirectUris: uris }] });
    const addresses = async (uris: readonly string[]) =>
      (await digest(uris)).flatMap(({ lines }) => lines.filter(({ kind }) => kind === "address"));
    expect(await addresses(redirectUris)).toEqual([]);
    const [line] = await addresses(redirectUris.map((uri) => `${uri}/`));
    expect(line?.message).toContain(`${redirectUris[0]}, qui n’est pas déclarée`);
  });

  it("the pages of the roll-out are part of the portal, under its policy", async () => {
    const page = await new Visitor().get(`${url}/deploiement`);
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(page.text).toContain("Pré-remplissage des démarches");
  });

  it("a dossier counts as pre-filled only where API Particulier had answered", async () => {
    const procedure = PROCEDURES.find(({ slug }) => slug === "restauration-scolaire") as Procedure;
    const filled = filledState(procedure);
    const recordFirstPrefilledDossier = vi.fn(async () => true);
    const house = { onboarding: { recordFirstPrefilledDossier } } as never;
    noteDossier(house, { siren: SIREN }, fill(procedure, { ...filled, sources: {} }));
    expect(recordFirstPrefilledDossier).not.toHaveBeenCalled();
    noteDossier(house, { siren: SIREN }, fill(procedure, filled));
    expect(recordFirstPrefilledDossier).toHaveBeenCalledWith(SIREN);
  });
});
