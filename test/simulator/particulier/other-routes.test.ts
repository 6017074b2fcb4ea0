import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROUTES } from "../../../src/simulator/particulier/routes/index.ts";
import { type Simulated, simulate } from "./client.ts";
import { CAMILLE, QF } from "./people.ts";

let api: Simulated;
let fault: string | null = null;
beforeAll(async () => {
  api = await simulate({ fault: () => fault });
});
afterAll(() => api.close());

const plain = { headers: { Authorization: "" } };

describe("Every answer of v3", () => {
  test("is application/vnd.api+json, good or bad", async () => {
    const good = await api.get(QF, CAMILLE);
    const bad = await api.get(QF, {});
    for (const { headers } of [good, bad]) {
      expect(headers.get("content-type")).toBe("application/vnd.api+json; charset=utf-8");
    }
  });

  test("carries its own X-Request-ID", async () => {
    const [one, two] = [await api.get(QF, CAMILLE), await api.get(QF, {})];
    const ids = [one, two].map(({ headers }) => headers.get("x-request-id"));
    expect(new Set(ids).size).toBe(2);
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("has data, links and meta when it is good", async () => {
    expect(Object.keys((await api.get(QF, CAMILLE)).body)).toEqual(["data", "links", "meta"]);
  });
});

describe("Versions", () => {
  test("are per endpoint: each one listed answers, the next one does not exist", async () => {
    for (const { path, versions, modes } of ROUTES) {
      const next = Math.max(...versions) + 1;
      const replies = await Promise.all(
        [...versions, next].map((version) => api.get(`/v${version}/${path}/${modes[0]}`)),
      );
      expect(replies.map(({ body }) => body.errors?.[0]?.code === "00402")).toEqual([
        ...versions.map(() => false),
        true,
      ]);
    }
  });

  test.each(["/api/v2/composition-familiale", "/api/v2/avis-imposition"])("%s is gone", async (path) => {
    expect((await api.get(path)).status).toBe(410);
  });

  test("pupils and jobseekers have no FranceConnect mode, vehicles no other", async () => {
    const paths = ["/v5/men/scolarites/france_connect", "/v3/france_travail/statut/france_connect"];
    const vehicle = "/v3/ants/extrait_immatriculation_vehicule/identite";
    for (const path of [...paths, vehicle]) expect((await api.get(path)).status).toBe(404);
  });

  test("every endpoint is a GET", async () => {
    expect((await api.get(QF, CAMILLE, { method: "POST" })).status).toBe(404);
  });
});

describe("/api/introspect", () => {
  test("lists the scopes of the token, whichever way it is sent", async () => {
    const bearer = await api.get("/api/introspect");
    const key = await api.get(
      "/api/introspect",
      {},
      { headers: { Authorization: "", "X-Api-Key": api.token } },
    );
    const query = await api.get("/api/introspect", { token: api.token }, plain);
    for (const { body } of [bearer, key, query]) {
      expect(body).toEqual({ _id: expect.any(String), name: "", scopes: api.tokens[0]?.scopes });
    }
  });

  test("refuses a token it does not know, and none", async () => {
    const wrong = await api.get("/api/introspect", {}, { headers: { Authorization: "Bearer x" } });
    const none = await api.get("/api/introspect", {}, plain);
    expect([wrong.status, none.status]).toEqual([401, 401]);
  });

  test("every token printed at the start opens what it says", async () => {
    for (const { token, scopes } of api.tokens) {
      const { body } = await api.get(
        "/api/introspect",
        {},
        { headers: { Authorization: `Bearer ${token}` } },
      );
      expect(body).toMatchObject({ scopes });
    }
  });

  test("the tokens are the same at every start", async () => {
    const again = await simulate();
    expect(again.tokens).toEqual(api.tokens);
    await again.close();
  });
});

describe("Pings need no token", () => {
  test("the list names each provider and its address, which answers", async () => {
    const list = (await api.get("/api/pings", {}, plain)).body as unknown as { name: string; url: string }[];
    expect(list.length).toBeGreaterThan(15);
    for (const { url } of list) {
      const response = await fetch(url.replace("localhost", "127.0.0.1"));
      expect([response.status, await response.json()]).toEqual([
        200,
        expect.objectContaining({ status: "ok" }),
      ]);
    }
  });

  test("the platform itself answers", async () => {
    expect((await api.get("/api/ping", {}, plain)).status).toBe(200);
  });

  test("a provider that does not exist is a 404", async () => {
    expect((await api.get("/api/nobody/ping", {}, plain)).status).toBe(404);
  });

  test.each([
    ["ping-bad-gateway", 502, "bad_gateway"],
    ["ping-maintenance", 200, "maintenance"],
    ["ping-unknown", 200, "unknown"],
  ])("%s", async (name, status, word) => {
    fault = name;
    const reply = await api.get("/api/cnaf_msa_quotient_familial/ping", {}, plain);
    fault = null;
    expect([reply.status, reply.body]).toEqual([status, expect.objectContaining({ status: word })]);
  });
});
