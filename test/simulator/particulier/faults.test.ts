import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PARTICULIER_FAULTS } from "../../../src/simulator/particulier/index.ts";
import { encode, RECIPIENT, type Simulated, simulate } from "./client.ts";
import { CAMILLE, LEO, QF } from "./people.ts";

let api: Simulated;
let fault: string | null = null;
let serial = 0;
beforeAll(async () => {
  api = await simulate({ fault: () => fault });
});
afterAll(() => api.close());
beforeEach(() => {
  fault = null;
});

const SCHOLARSHIP = "/v4/cnous/etudiant_boursier/identite";

/** One raw call; `serial` keeps calls of different tests apart. */
function call(signal = AbortSignal.timeout(15_000), address = QF): Promise<Response> {
  const query = encode({ recipient: RECIPIENT, ...(address === QF ? CAMILLE : LEO), serial });
  const url = `${api.url.replace("localhost", "127.0.0.1")}${address}?${query}`;
  return fetch(url, { headers: { Authorization: `Bearer ${api.token}` }, redirect: "manual", signal });
}

async function play(name: string): Promise<Response> {
  fault = name;
  serial += 1;
  return call();
}

/** The answer of a fault that changes `data`. */
async function dataOf(name: string): Promise<Record<string, never>> {
  return ((await (await play(name)).json()) as { data: Record<string, never> }).data;
}

describe("The table", () => {
  test("has at least forty rows, each with its own name and a description", () => {
    expect(PARTICULIER_FAULTS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(PARTICULIER_FAULTS.map(({ name }) => name)).size).toBe(PARTICULIER_FAULTS.length);
    for (const { name, description } of PARTICULIER_FAULTS) {
      expect(name).toMatch(/^[a-z0-9-]+$/);
      expect(description.length).toBeGreaterThan(5);
    }
  });

  test("an unknown name on the dial changes nothing", async () => {
    expect((await play("no-such-fault")).status).toBe(200);
  });
});

const refusals = PARTICULIER_FAULTS.filter(({ stage }) => stage === "gate" || stage === "provider");
const SILENT = "address-banned";

describe("Refusals", () => {
  test.each(
    refusals
      .filter(({ name }) => name !== SILENT)
      .map(({ name, description }) => [name, description] as const),
  )("%s: %s", async (name, description) => {
    const response = await play(name);
    const [status] = /\b[45]\d\d\b/.exec(description) ?? [];
    expect(String(response.status)).toBe(status);
    const [code] = /\b\d{5}\b/.exec(description) ?? [];
    const body = await response.text();
    if (code) expect(JSON.parse(body).errors[0].code).toBe(code);
  });

  test("the address that is banned hears nothing", async () => {
    fault = SILENT;
    await expect(call(AbortSignal.timeout(200))).rejects.toThrow(/timeout/);
  });

  test.each(
    refusals.filter(({ times }) => times !== undefined).map(({ name, times }) => [name, times ?? 0] as const),
  )("%s stops after %d, and can be played again", async (name, times) => {
    fault = name;
    serial += 1;
    for (let round = 0; round < 2; round += 1) {
      for (let index = 0; index < times; index += 1) expect((await call()).status).not.toBe(200);
      expect((await call()).status).toBe(200);
    }
  });

  test("the dial has effect at once, whatever the platform remembers", async () => {
    expect((await call()).status).toBe(200);
    fault = "provider-down";
    expect((await call()).status).toBe(502);
    fault = null;
    expect((await call()).status).toBe(200);
  });

  test("maintenance says for how long", async () => {
    const { errors } = (await (await play("provider-maintenance")).json()) as { errors: { meta: object }[] };
    expect(errors[0]?.meta).toEqual({ provider: "CNAF & MSA", retry_in: 2700 });
  });

  test.each([
    ["rate-limited", "1"],
    ["rate-limited-long", "120"],
    ["rate-limited-silent", null],
  ])("%s has Retry-After %j", async (name, expected) => {
    expect((await play(name)).headers.get("retry-after")).toBe(expected);
  });
});

describe("Answers that drift", () => {
  const rows = PARTICULIER_FAULTS.filter(({ stage }) => stage === "answer").map(({ name }) => name);

  test.each(rows)("%s differs from the right answer, or arrives in another way", async (name) => {
    serial += 1;
    const right = [await readAll(QF, 10_000), await readAll(SCHOLARSHIP, 10_000)];
    fault = name;
    expect([await readAll(QF, 500), await readAll(SCHOLARSHIP, 500)]).not.toEqual(right);
  });

  async function readAll(address: string, deadlineMs: number) {
    try {
      const response = await call(AbortSignal.timeout(deadlineMs), address);
      const { status, headers } = response;
      const drift = Math.abs(Date.parse(headers.get("date") ?? "") - Date.now()) > 60_000;
      const bytes = Buffer.from(await response.arrayBuffer()).toString("base64");
      return [status, headers.get("content-type"), headers.has("x-request-id"), drift, bytes];
    } catch {
      return "no answer";
    }
  }

  test("quotient-as-text", async () => {
    expect((await dataOf("quotient-as-text")).quotient_familial).toMatchObject({ valeur: "912" });
  });

  test("names-as-list", async () => {
    expect(await dataOf("names-as-list")).toMatchObject({
      allocataires: [{ prenoms: ["CAMILLE", "JEANNE"] }, {}],
    });
  });

  test("another-person leaves nobody of the family", async () => {
    expect(JSON.stringify((await dataOf("another-person")).allocataires)).not.toMatch(
      /FOURNEL|BERTHIER|1987/,
    );
  });

  test("dates-partial keeps the year", async () => {
    expect(await dataOf("dates-partial")).toMatchObject({
      allocataires: [{ date_naissance: "1987-00-00" }, {}],
    });
  });

  test("ten-megabytes is that long and still JSON", async () => {
    const text = await (await play("ten-megabytes")).text();
    expect(text.length).toBeGreaterThan(10 * 1024 * 1024);
    expect(JSON.parse(text)).toHaveProperty("data");
  });

  test("gzip-bomb opens to far more than it sends", async () => {
    const response = await play("gzip-bomb");
    const reader = response.body?.getReader();
    let bytes = 0;
    while (bytes <= 64 * 1024 * 1024) bytes += (await reader?.read())?.value?.length ?? Number.NaN;
    await reader?.cancel();
    expect(bytes).toBeGreaterThan(64 * 1024 * 1024);
  });

  test("redirects are not followed by the simulator's own hand", async () => {
    const response = await play("redirect");
    expect([response.status, response.headers.get("location")]).toEqual([
      302,
      "https://example.org/ailleurs",
    ]);
  });
});

describe("A persona's own fault", () => {
  const claims = { family_name: "Fournel", given_name: "Camille Jeanne", birthdate: "1987-05-21" };

  test("is played for that person only", async () => {
    const other = await simulate({
      personas: [{ id: "famille", claims, particulier: { fault: "provider-down" } }],
    });
    const lacaze = { ...CAMILLE, nomNaissance: "LACAZE", prenoms: ["BAPTISTE"], anneeDateNaissance: 1983 };
    const baptiste = { ...lacaze, moisDateNaissance: 2, jourDateNaissance: 8, sexeEtatCivil: "M" };
    expect((await other.get(QF, CAMILLE)).status).toBe(502);
    expect((await other.get(QF, baptiste)).status).toBe(200);
    await other.close();
  });

  test("gives way to the dial", async () => {
    const personas = [{ id: "famille", claims, particulier: { fault: "provider-down" } }];
    const other = await simulate({ personas, fault: () => "provider-timeout" });
    expect((await other.get(QF, CAMILLE)).status).toBe(504);
    await other.close();
  });
});
