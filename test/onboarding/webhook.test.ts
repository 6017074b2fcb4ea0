import { describe, expect, it } from "vitest";
import { onEachDatabase } from "../support/databases.ts";
import { BORDEAUX, smallOnboarding } from "./support.ts";

const SECRET = "the secret that DataPass and we share";

/** Signed with the Web Cryptography API: not the code under test. */
async function sign(body: string, secret = SECRET): Promise<string> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey(
    "raw",
    encoder.encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const signature = await crypto.subtle.sign("HMAC", key, encoder.encode(body));
  return `sha256=${Buffer.from(signature).toString("hex")}`;
}

const v2 = (event: string, firedAt: number, more: object = {}) => ({
  event,
  fired_at: firedAt,
  model_type: "authorization_request/api_particulier",
  model_id: 42,
  data: {
    id: 42,
    state: "validated",
    last_validated_at: "2022-02-10T09:00:00.000+01:00",
    organization: { id: 1, name: "COMMUNE DE BORDEAUX", siret: BORDEAUX.siret },
    applicant: { email: "jean@bordeaux.example", given_name: "Jean", family_name: "MARTIN" },
    ...more,
  },
});

const FIRED = Date.UTC(2022, 1, 10) / 1_000;

describe("the DataPass webhook", () => {
  onEachDatabase((database) => {
    async function receiver() {
      const store = await database.fresh();
      const { onboarding } = await smallOnboarding(store);
      const receive = async (body: unknown, signature?: string) => {
        const raw = typeof body === "string" ? body : JSON.stringify(body);
        return onboarding.receiveWebhook({
          rawBody: Buffer.from(raw),
          signature: signature ?? (await sign(raw)),
          secret: SECRET,
        });
      };
      return { store, onboarding, receive };
    }

    it("sets the milestone when a habilitation is validated, with its date and its request as evidence", async () => {
      const { onboarding, receive } = await receiver();
      expect(await receive(v2("approve", FIRED))).toEqual({ status: 200, outcome: "recorded" });
      const timeline = await onboarding.timeline(BORDEAUX.siren);
      expect(timeline?.reached).toEqual({ "habilitation-api-particulier": "2022-02-10" });
      expect(timeline?.history[0]).toMatchObject({
        source: "datapass-webhook",
        evidence: { request: "authorization_request/api_particulier/42" },
      });
    });

    it("takes a signature that OpenSSL made: openssl dgst -sha256 -hmac", async () => {
      const { receive } = await receiver();
      const body =
        '{"event":"approve","fired_at":1644451200,"model_type":"authorization_request/api_particulier","model_id":42,"data":{"id":42,"state":"validated","organization":{"name":"COMMUNE DE BORDEAUX","siret":"21330063500017"}}}';
      const signature = "sha256=8a4d44419a8b61f09d57544a48db50a889e5cf7766d4a1e55b7a12de422cec8d";
      expect(await receive(body, signature)).toEqual({ status: 200, outcome: "recorded" });
    });

    it("knows the éditeur by its SIRET, where the registry does", async () => {
      const { onboarding, receive } = await receiver();
      const siret = "44317013900036";
      await onboarding.savePartners([
        { slug: "entrouvert", kind: "vendor", name: "E", siret, certified: true },
      ]);
      await receive(v2("approve", FIRED, { service_provider: { siret, type: "editor" } }));
      expect(await onboarding.timeline(BORDEAUX.siren)).toMatchObject({ vendor: "entrouvert" });
    });

    it("reads version 1 and its older event names", async () => {
      const { onboarding, receive } = await receiver();
      const body = {
        event: "validate_application",
        fired_at: FIRED,
        model_type: "Enrollment::FranceConnect",
        data: { pass: { id: 7, siret: BORDEAUX.siret, status: "validated" } },
      };
      expect((await receive(body)).outcome).toBe("recorded");
      expect((await onboarding.timeline(BORDEAUX.siren))?.reached).toHaveProperty(
        "habilitation-franceconnect",
      );
    });

    it.each([
      ["with another secret", async (raw: string) => sign(raw, "another secret")],
      ["over another body", async () => sign("{}")],
      ["cut short", async (raw: string) => (await sign(raw)).slice(0, -2)],
      ["without its prefix", async (raw: string) => (await sign(raw)).slice(7)],
      ["missing", async () => ""],
    ])("refuses a signature %s, and keeps nothing", async (_name, forge) => {
      const { store, receive } = await receiver();
      const raw = JSON.stringify(v2("approve", FIRED));
      expect(await receive(raw, await forge(raw))).toEqual({ status: 401, outcome: "forged" });
      expect(await store.db.selectFrom("onboarding_webhooks").selectAll().execute()).toEqual([]);
    });

    it("takes a replay for what it is", async () => {
      const { onboarding, receive } = await receiver();
      await receive(v2("approve", FIRED));
      expect((await receive(v2("approve", FIRED))).outcome).toBe("replayed");
      expect((await onboarding.timeline(BORDEAUX.siren))?.history).toHaveLength(1);
    });

    it("keeps a call that comes late without letting it undo what came after", async () => {
      const { onboarding, receive } = await receiver();
      await receive(v2("revoke", FIRED + 100));
      expect((await receive(v2("approve", FIRED))).outcome).toBe("stale");
      expect((await onboarding.timeline(BORDEAUX.siren))?.reached).toEqual({});
    });

    it("withdraws the milestone when the habilitation is revoked", async () => {
      const { onboarding, receive } = await receiver();
      await receive(v2("approve", FIRED));
      await receive(v2("revoke", FIRED + 100));
      const timeline = await onboarding.timeline(BORDEAUX.siren);
      expect(timeline?.reached).toEqual({});
      expect(timeline?.history.map(({ action }) => action)).toEqual(["reached", "withdrawn"]);
    });

    it("keeps an event it does not know, and one of a body it does not know it refuses", async () => {
      const { store, receive } = await receiver();
      expect(await receive(v2("sing", FIRED))).toEqual({ status: 200, outcome: "unknown-event" });
      expect(await receive({ hello: "world" })).toEqual({ status: 400, outcome: "unreadable" });
      expect(await receive("not json")).toEqual({ status: 400, outcome: "unreadable" });
      expect(await store.db.selectFrom("onboarding_webhooks").select("event").execute()).toEqual([
        { event: "sing" },
      ]);
    });

    it("answers the test call", async () => {
      const { receive } = await receiver();
      expect(await receive({ test: true, timestamp: "2022-02-10T00:00:00Z" })).toEqual({
        status: 200,
        outcome: "test",
      });
    });

    it("says so when the SIRET is nobody's, or the service is another", async () => {
      const { receive } = await receiver();
      const company = v2("approve", FIRED, { organization: { siret: "55210055400013", name: "X" } });
      expect((await receive(company)).outcome).toBe("unmatched");
      const other = { ...v2("approve", FIRED + 1), model_type: "authorization_request/hubee_cert_dc" };
      expect((await receive(other)).outcome).toBe("unmatched");
    });

    describe("about a département, whose SIREN the geographic code does not give", () => {
      const gironde = (siret: string, name = "DEPARTEMENT DE LA GIRONDE") =>
        v2("approve", FIRED, { organization: { id: 2, name, siret } });

      it("recognises it by its name, and keeps its SIREN", async () => {
        const { onboarding, receive } = await receiver();
        expect((await receive(gironde("22330001300016"))).outcome).toBe("recorded");
        expect((await onboarding.timeline("223300013"))?.territory).toMatchObject({
          code: "departement:33",
          siren: "223300013",
        });
        const unnamed = { ...gironde("22330001300016", ""), fired_at: FIRED + 60, model_id: 43 };
        expect((await receive(unnamed)).outcome).toBe("recorded");
      });

      it("never replaces a SIREN that is known", async () => {
        const { onboarding, receive } = await receiver();
        await receive(gironde("22330001300016"));
        const other = { ...gironde("22999999900016"), fired_at: FIRED + 60, model_id: 44 };
        expect((await receive(other)).outcome).toBe("unmatched");
        expect((await onboarding.timeline("departement:33"))?.territory.siren).toBe("223300013");
      });

      it("learns nothing from a forged call, a company's number, or a call that comes late", async () => {
        const { onboarding, receive } = await receiver();
        const siren = async () => (await onboarding.timeline("departement:33"))?.territory.siren;
        await receive(gironde("22330001300016"), "sha256=00");
        await receive(gironde("55210055400013"));
        expect(await siren()).toBeUndefined();
        await receive({ ...gironde(""), event: "update", fired_at: FIRED + 100 });
        expect((await receive({ ...gironde("22330001300016"), fired_at: FIRED + 50 })).outcome).toBe("stale");
        expect(await siren()).toBeUndefined();
      });
    });

    it("stores nothing about the applicant", async () => {
      const { store, receive } = await receiver();
      await receive(v2("approve", FIRED));
      const kept = JSON.stringify([
        await store.db.selectFrom("onboarding_webhooks").selectAll().execute(),
        await store.db.selectFrom("onboarding_events").selectAll().execute(),
      ]);
      expect(kept).not.toMatch(/jean|MARTIN|bordeaux\.example/i);
    });
  });
});
