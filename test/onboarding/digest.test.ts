import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { type Credentials, createCollectivites } from "../../src/collectivites/index.ts";
import { createOnboarding, type Onboarding, type OwnService } from "../../src/onboarding/index.ts";
import { createVault } from "../../src/storage/index.ts";
import { newKey, onEachDatabase } from "../support/databases.ts";
import { BORDEAUX, smallOnboarding } from "./support.ts";

const TOULOUSE = "213105554";
const CHAMPCEVINEL = "212400980";
const METROPOLE = "243300316";

describe("the digest", () => {
  onEachDatabase((database) => {
    const open = async () => (await smallOnboarding(await database.fresh())).onboarding;

    it("says whose token ends soon or has ended, then who is stalled and who has to move", async () => {
      const onboarding = await open();
      const habilitation = (territory: string, at: string) =>
        onboarding.tell({ territory, milestone: "habilitation-api-particulier", at, source: "agent" });
      await habilitation(BORDEAUX.siren, "2020-09-30");
      await habilitation(TOULOUSE, "2020-08-15");
      await habilitation(CHAMPCEVINEL, "2021-12-01");
      const [digest] = await onboarding.digest();
      expect(digest?.operator).toBeUndefined();
      expect(digest?.lines.map(({ name, kind }) => [name, kind])).toEqual([
        ["Toulouse", "token-expired"],
        ["Bordeaux", "token-expires"],
        ["Toulouse", "stalled"],
        ["Bordeaux", "stalled"],
        ["Champcevinel", "stalled"],
      ]);
      expect(digest?.lines[1]?.message).toContain(
        "le 30 mars 2022, dans 29 jours (J-30) : demander sa prolongation (compté 18 mois depuis l’habilitation du 30 septembre 2020)",
      );
      expect(digest?.lines[2]?.message).toContain("c’est à API Particulier d’agir");
    });

    it("takes the last day of a shorter month for a token's end", async () => {
      const onboarding = await open();
      await onboarding.tell({
        territory: BORDEAUX.siren,
        milestone: "habilitation-api-particulier",
        at: "2020-08-31",
        source: "agent",
      });
      expect((await onboarding.digest())[0]?.lines[0]?.message).toContain("28 février 2022");
    });

    it("counts a renewed habilitation from its renewal, and a corrected one from its correction", async () => {
      const onboarding = await open();
      const told = (territory: string, at: string, more: { corrects?: string; action?: "withdrawn" } = {}) =>
        onboarding.tell({
          territory,
          milestone: "habilitation-api-particulier",
          at,
          source: "agent",
          ...more,
        });
      await told(BORDEAUX.siren, "2020-08-15");
      await told(BORDEAUX.siren, "2022-02-15");
      await told(TOULOUSE, "2022-02-01");
      const wrong = (await onboarding.timeline(TOULOUSE))?.history[0]?.reference ?? "";
      await told(TOULOUSE, "2020-02-01", { corrects: wrong });
      await told(CHAMPCEVINEL, "2020-02-01");
      await told(CHAMPCEVINEL, "2021-02-01", { action: "withdrawn" });
      const [digest] = await onboarding.digest();
      const tokens = digest?.lines
        .filter(({ kind }) => kind !== "stalled")
        .map(({ name, kind }) => [name, kind]);
      expect(tokens).toEqual([["Toulouse", "token-expired"]]);
    });

    it("is empty where there is nothing to look at", async () => {
      expect(await (await open()).digest()).toEqual([]);
    });

    /** Bordeaux has an éditeur and a shared operator, Toulouse the éditeur alone, Champcevinel nobody. */
    async function carried(): Promise<Onboarding> {
      const onboarding = await open();
      await onboarding.savePartners([
        { slug: "numerique33", kind: "opsn", name: "Numérique 33", certified: false },
        { slug: "entrouvert", kind: "vendor", name: "Entr’ouvert", certified: true },
        { slug: "idle", kind: "vendor", name: "Idle", certified: false },
      ]);
      const vendor = (territory: string, evidence: Record<string, string>) =>
        onboarding.tell({ territory, milestone: "vendor", at: "2021-01-01", source: "agent", evidence });
      await vendor(BORDEAUX.siren, { vendor: "entrouvert", opsn: "numerique33" });
      await vendor(TOULOUSE, { vendor: "entrouvert" });
      await vendor(CHAMPCEVINEL, {});
      await vendor(METROPOLE, { opsn: "numerique33" });
      return onboarding;
    }

    it("is one for each operator, by name, with what nobody carries last", async () => {
      const digests = await (await carried()).digest();
      expect(digests.map(({ operator, lines }) => [operator?.name, lines.map(({ name }) => name)])).toEqual([
        ["Entr’ouvert", ["Toulouse", "Bordeaux"]],
        ["Numérique 33", ["Bordeaux", "Bordeaux Métropole"]],
        [undefined, ["Champcevinel"]],
      ]);
    });

    it("of one operator alone is the same, and names nobody that it does not carry", async () => {
      const onboarding = await carried();
      const all = await onboarding.digest();
      for (const slug of ["entrouvert", "numerique33"])
        expect(await onboarding.digest({ operator: slug })).toEqual(
          all.filter(({ operator }) => operator?.slug === slug),
        );
      expect(JSON.stringify(await onboarding.digest({ operator: "numerique33" }))).not.toMatch(
        /Toulouse|Champcevinel/,
      );
    });

    it("of an operator with nothing to look at is empty; one that nobody knows is refused, by name", async () => {
      const onboarding = await carried();
      expect(await onboarding.digest({ operator: "idle" })).toEqual([
        { operator: { slug: "idle", name: "Idle" }, lines: [] },
      ]);
      await expect(onboarding.digest({ operator: "nobody" })).rejects.toMatchObject({
        code: "operator_unknown",
        operatorHint: expect.stringContaining("numerique33"),
      });
    });

    describe("of the collectivités that this gateway serves", () => {
      const token = (end: string) =>
        new UnsecuredJWT({ scopes: [] }).setExpirationTime(new Date(`${end}T12:00:00Z`)).encode();

      /** Bordeaux is served here, with a token of its own; its habilitation alone would say another day. */
      async function serving(credentials: Credentials, service: OwnService = {}, host?: string) {
        const store = await database.fresh();
        await smallOnboarding(store);
        const tools = {
          store,
          vault: createVault({ key: newKey() }),
          now: () => new Date("2022-03-01T10:00:00Z"),
        };
        const collectivites = createCollectivites(tools);
        await collectivites.save({
          siret: BORDEAUX.siret,
          name: "Bordeaux",
          credentials,
          ...(host && { host }),
        });
        const onboarding = createOnboarding({ ...tools, collectivites, service });
        await onboarding.savePartners([
          { slug: "numerique33", kind: "opsn", name: "Numérique 33", certified: false },
        ]);
        await onboarding.tell({
          territory: BORDEAUX.siren,
          milestone: "habilitation-api-particulier",
          at: "2020-09-30",
          source: "agent",
          evidence: { opsn: "numerique33" },
        });
        return onboarding;
      }
      const tokens = async (onboarding: Onboarding) =>
        (await onboarding.digest())
          .flatMap(({ lines }) => lines)
          .filter(({ kind }) => kind !== "stalled")
          .map(({ message }) => message);

      it("reads the end in the token itself where it holds one, and says so", async () => {
        const [message] = await tokens(await serving({ apiParticulierToken: token("2022-03-11") }));
        expect(message).toContain("le 11 mars 2022, dans 10 jours (J-15)");
        expect(message).toContain("d’après le jeton que ce portail détient");
        expect(await tokens(await serving({ apiParticulierToken: token("2023-03-11") }))).toEqual([]);
      });

      it("reads the service's own for the collectivité that it was started for", async () => {
        const service = { siret: BORDEAUX.siret, apiParticulierToken: token("2022-02-20") };
        expect((await tokens(await serving({}, service)))[0]).toContain("a expiré le 20 février 2022");
      });

      it("reckons from the habilitation where it holds none, or one that says no end, and says so", async () => {
        for (const credentials of [{}, { apiParticulierToken: "not a token" }]) {
          const [message] = await tokens(await serving(credentials));
          expect(message).toContain("le 30 mars 2022");
          expect(message).toContain("compté 18 mois depuis l’habilitation du 30 septembre 2020");
        }
      });

      it("looks at their portals when asked to, and tells the operator that carries them", async () => {
        const onboarding = await serving({}, {}, "portal.invalid");
        const [digest] = await onboarding.digest({ look: true });
        expect(digest?.operator?.slug).toBe("numerique33");
        expect(digest?.lines[0]).toMatchObject({
          territory: BORDEAUX.code,
          name: "Bordeaux, https://portal.invalid",
          kind: "address",
          message: expect.stringContaining("son nom ne mène nulle part"),
        });
        const declared = { url: new URL("https://portal.invalid"), redirectUris: [] };
        const twice = await onboarding.digest({ look: true, addresses: [declared] });
        expect(twice.flatMap(({ lines }) => lines).filter(({ kind }) => kind === "address")).toHaveLength(1);
        expect(await onboarding.digest()).not.toContainEqual(
          expect.objectContaining({ lines: [expect.objectContaining({ kind: "address" })] }),
        );
      });
    });

    it("leaves nobody out, however many wait", async () => {
      const store = await database.fresh();
      const { onboarding } = await smallOnboarding(store);
      const communes = Array.from({ length: 60 }, (_, index) => ({
        code: `commune:9${String(index).padStart(4, "0")}`,
        kind: "commune",
        name: `Commune ${index}`,
        stratum: "commune-moins-3500",
        stage: "contact",
        stage_at: "2021-01-01",
      }));
      await store.db.insertInto("onboarding_territories").values(communes).execute();
      expect((await onboarding.digest())[0]?.lines).toHaveLength(60);
      expect(await onboarding.ageing()).toHaveLength(60);
    });

    it("puts a portal that will break first: in the operator's own digest, else in nobody's", async () => {
      const onboarding = await carried();
      const broken = createServer((_req, res) => res.writeHead(503, { connection: "close" }).end());
      await new Promise<void>((resolve) => broken.listen(0, "127.0.0.1", resolve));
      const url = new URL(`http://127.0.0.1:${(broken.address() as AddressInfo).port}`);
      const own = await onboarding.digest({ operator: "entrouvert", addresses: [{ url }] });
      expect(own).toHaveLength(1);
      expect(own[0]?.lines[0]).toMatchObject({ name: url.origin, kind: "address" });
      const all = await onboarding.digest({ addresses: [{ url }] });
      expect(all.map(({ lines }) => lines[0]?.kind)).toEqual(["stalled", "stalled", "address"]);
      broken.close();
    });
  });
});
