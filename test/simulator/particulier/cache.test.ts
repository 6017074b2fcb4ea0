import { afterEach, beforeEach, expect, test } from "vitest";
import { type Simulated, simulate } from "./client.ts";
import { CAMILLE, LEO, QF } from "./people.ts";

let at: number;
let api: Simulated;
beforeEach(async () => {
  at = new Date("2026-11-20T10:00:00Z").getTime();
  api = await simulate({ now: () => new Date(at) });
});
afterEach(() => api.close());

const cached = (headers: Headers) => [headers.get("x-response-cached"), headers.get("x-cache-expires-in")];

test("the first answer is fresh, the second one from the platform's memory, with the seconds it has left", async () => {
  const first = await api.get(QF, CAMILLE);
  at += 3600_000;
  const second = await api.get(QF, CAMILLE);
  expect([cached(first.headers), cached(second.headers)]).toEqual([
    ["false", ""],
    ["true", String(23 * 3600)],
  ]);
  expect(second.body).toEqual(first.body);
});

test("the quotient familial is kept for a day, a benefit for an hour", async () => {
  await api.get(QF, CAMILLE);
  await api.get("/v3/dss/allocation_enfant_handicape/identite", CAMILLE);
  at += 3601_000;
  const benefit = await api.get("/v3/dss/allocation_enfant_handicape/identite", CAMILLE);
  const quotient = await api.get(QF, CAMILLE);
  expect([cached(benefit.headers)[0], cached(quotient.headers)[0]]).toEqual(["false", "true"]);
});

test("Cache-Control: no-cache goes past it", async () => {
  await api.get(QF, CAMILLE);
  const { headers } = await api.get(QF, CAMILLE, { headers: { "Cache-Control": "no-cache" } });
  expect(cached(headers)[0]).toBe("false");
});

test("a 404 is not kept", async () => {
  await api.get(QF, { ...CAMILLE, nomNaissance: "INCONNUE" });
  const { headers, status } = await api.get(QF, { ...CAMILLE, nomNaissance: "INCONNUE" });
  expect([status, cached(headers)[0]]).toEqual([404, "false"]);
});

test("a provider without a memory says so each time", async () => {
  await api.get("/v3/mesri/statut_etudiant/identite", LEO);
  const { headers } = await api.get("/v3/mesri/statut_etudiant/identite", LEO);
  expect(cached(headers)[0]).toBe("false");
});
