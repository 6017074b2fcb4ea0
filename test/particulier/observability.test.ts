import { Registry } from "prom-client";
import { afterEach, describe, expect, it } from "vitest";
import { checkParticulier } from "../../src/cli/particulier.ts";
import { apiParticulier, ParticulierOptionsError } from "../../src/particulier/index.ts";
import { simulate } from "../simulator/particulier/client.ts";
import {
  ANGELA,
  clientOf,
  keepingLogger,
  platformData,
  platformError,
  RECIPIENT,
  reply,
  type Script,
  type ScriptedServer,
  scriptedServer,
} from "../support/particulier.ts";

let server: ScriptedServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});
const serve = async (script: Script) => {
  server = await scriptedServer(script);
  return server.url;
};

describe("the log of a call", () => {
  it("says what its support will ask for, and who received the data", async () => {
    const { logger, lines } = keepingLogger();
    const url = await serve((_request, response) =>
      reply(response, 404, platformError("23003"), { "X-Request-ID": "abc-123" }),
    );
    await clientOf(url, { logger }).quotientFamilial({ identity: ANGELA });
    expect(JSON.parse(lines[0] ?? "")).toEqual({
      route: "quotient-familial",
      version: "v3",
      mode: "identite",
      recipient: RECIPIENT,
      outcome: "not_found",
      status: 404,
      code: "23003",
      requestId: "abc-123",
      durationMs: expect.any(Number),
      message: "API Particulier",
    });
  });

  it("holds nobody's name, date, token, plate or number, whatever happened", async () => {
    const { logger, lines } = keepingLogger();
    const people = [{ nom_naissance: "SECRETAIRE", prenoms: "ZOE", date_naissance: "1999-09-09" }];
    const scripts: Script[] = [
      (_request, response) =>
        reply(response, 200, platformData({ allocataires: people, "clé de ZOE SECRETAIRE": 1 })),
      (_request, response) =>
        reply(
          response,
          422,
          platformError("ZOE SECRETAIRE", { detail: "ZOE SECRETAIRE", meta: { provider: "<ZOE>" } }),
          { "X-Request-ID": "ZOE SECRETAIRE" },
        ),
      (_request, response) => reply(response, 500, "ZOE SECRETAIRE"),
      (_request, response) => response.destroy(),
    ];
    for (const script of scripts) {
      const url = await serve(script);
      const identity = { ...ANGELA, familyName: "SECRETAIRE", givenNames: ["ZOE"], birthdate: "1999-09-09" };
      const api = clientOf(url, { logger, token: "jeton-secret" });
      await api.quotientFamilial({ identity, citizen: ANGELA });
      await api.statutEtudiant({ ine: "9999999999Z" });
      await api.franceTravailStatut({ identifiant: "9999999999Z" });
      await api.extraitImmatriculationVehicule({ accessToken: "jeton-secret", immatriculation: "ZZ-999-ZZ" });
      await server?.close();
    }
    expect(lines.length).toBeGreaterThanOrEqual(16);
    expect(
      lines.filter((line) => /SECRETAIRE|ZOE|1999|9999999999Z|ZZ-999|jeton-secret|DUBOIS/i.test(line)),
    ).toEqual([]);
  });

  it("names drift by its path, and the audit of a mismatch by its request", async () => {
    const { logger, lines } = keepingLogger();
    const people = [{ nom_naissance: "AUTRE", prenoms: "ANNE" }];
    const url = await serve((_request, response) =>
      reply(response, 200, platformData({ allocataires: people, quotient_familial: { valeur: "beaucoup" } })),
    );
    const api = clientOf(url, { logger });
    await api.quotientFamilial({ identity: ANGELA });
    expect(lines.join()).toContain("quotient_familial.valeur: invalid_type");
    await api.quotientFamilial({ identity: ANGELA, citizen: ANGELA });
    expect(lines.join()).toContain("somebody else");
    expect(lines.join()).not.toMatch(/AUTRE|beaucoup/);
  });
});

describe("the metrics", () => {
  it("count answers, durations, retries and drifts per provider, in a registry that clients share", async () => {
    const metrics = new Registry();
    const url = await serve((_request, response, count) =>
      count === 1
        ? reply(response, 409, platformError("00015"))
        : reply(response, 200, platformData({ surprise: 1 })),
    );
    await clientOf(url, { metrics }).quotientFamilial({ identity: ANGELA });
    await clientOf(url, { metrics }).quotientFamilial({ identity: ANGELA });
    const text = await metrics.metrics();
    expect(text).toContain(
      'passerelle_particulier_calls_total{provider="CNAF & MSA",route="quotient-familial",outcome="found"} 2',
    );
    expect(text).toContain('passerelle_particulier_call_duration_seconds_count{provider="CNAF & MSA"} 2');
    expect(text).toContain('passerelle_particulier_retries_total{provider="CNAF & MSA",cause="409"} 1');
    expect(text).toContain('passerelle_particulier_drifts_total{route="quotient-familial"} 2');
  });

  it("show a provider that is left alone", async () => {
    const metrics = new Registry();
    const url = await serve((_request, response) => reply(response, 504, platformError("35002")));
    await clientOf(url, { metrics, breaker: { failures: 1 } }).quotientFamilial({ identity: ANGELA });
    expect(await metrics.metrics()).toContain('passerelle_particulier_breaker_open{provider="CNAF & MSA"} 1');
  });
});

describe("a client", () => {
  it.each(["http://particulier.example.fr", "ftp://localhost", "particulier.api.gouv.fr", ""])(
    "cannot be made for %j",
    (url) => {
      expect(() => apiParticulier({ url, recipient: RECIPIENT })).toThrow(ParticulierOptionsError);
    },
  );

  it("keeps the path of its base URL", async () => {
    const url = await serve((_request, response) => reply(response, 200, platformData({})));
    await clientOf(`${url}/relais/`).quotientFamilial({ identity: ANGELA });
    expect(server?.requests[0]?.url).toMatch(/^\/relais\/v3\//);
  });

  it("never follows a redirect: its token stays where it was meant for", async () => {
    const elsewhere = await scriptedServer((_request, response) => reply(response, 200, platformData({})));
    const url = await serve((_request, response) =>
      reply(response, 302, "", { Location: `${elsewhere.url}/` }),
    );
    expect(await clientOf(url).quotientFamilial({ identity: ANGELA })).toMatchObject({
      code: "redirect_refused",
    });
    expect(elsewhere.requests).toHaveLength(0);
    await elsewhere.close();
  });

  it("waits no longer than the platform's own headers make it: a limit used up elsewhere is respected", async () => {
    const soon = String(Math.floor(Date.now() / 1_000) + 30);
    const url = await serve((_request, response) =>
      reply(response, 200, platformData({}), {
        "RateLimit-Limit": "20",
        "RateLimit-Remaining": "0",
        "RateLimit-Reset": soon,
      }),
    );
    const api = clientOf(url);
    await api.quotientFamilial({ identity: ANGELA });
    const answer = await api.quotientFamilial({ identity: ANGELA, deadline: 2_000 });
    expect(answer).toMatchObject({
      outcome: "unavailable",
      code: "quota_wait",
      retryAfter: expect.any(Number),
    });
    expect(server?.requests).toHaveLength(1);
  });
});

describe("the operator's check", () => {
  const now = new Date("2026-11-22T10:00:00Z");

  it("finds everything in order", async () => {
    const platform = await simulate();
    const api = clientOf(platform.url, { token: platform.token });
    const findings = await checkParticulier(api, {
      token: platform.token,
      now,
      needs: [{ for: "restauration", route: "quotient-familial" }],
    });
    expect(findings.map(({ level }) => level)).toEqual(["ok", "ok", "ok"]);
    await platform.close();
  });

  it("names the scopes that are missing in DataPass", async () => {
    const platform = await simulate();
    const token =
      platform.tokens.find(({ name }) => name.startsWith("quotient familial without"))?.token ?? "";
    const findings = await checkParticulier(clientOf(platform.url, { token }), {
      token,
      now,
      needs: [
        { for: "restauration", route: "quotient-familial", keys: ["quotient_familial"] },
        { for: "adresse", route: "quotient-familial", keys: ["adresse"] },
      ],
    });
    expect(findings).toContainEqual({
      level: "error",
      subject: "adresse: quotient-familial",
      detail: "ask for these scopes in DataPass: cnaf_adresse",
    });
    expect(findings.filter(({ level }) => level === "error")).toHaveLength(1);
    await platform.close();
  });

  it("says that a provider is in maintenance, or that nothing answers", async () => {
    const platform = await simulate({ fault: () => "ping-maintenance" });
    const needs = [{ for: "restauration", route: "quotient-familial" as const }];
    const [ping] = await checkParticulier(clientOf(platform.url), { now, needs });
    expect(ping).toMatchObject({ level: "warning", detail: expect.stringContaining("maintenance") });
    await platform.close();
    const [gone] = await checkParticulier(clientOf(platform.url), { now, needs });
    expect(gone).toMatchObject({ level: "error", detail: "unreachable" });
  });

  it("says that without a token only FranceConnect's mode is left", async () => {
    const findings = await checkParticulier(clientOf("http://127.0.0.1:9"), { now, needs: [] });
    expect(findings).toEqual([
      {
        level: "warning",
        subject: "API_PARTICULIER_TOKEN",
        detail: expect.stringContaining("FranceConnect"),
      },
    ]);
  });

  const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.c2ln`;
  const inDays = (days: number) => Math.floor(now.getTime() / 1_000) + days * 86_400;
  it.each([
    [inDays(200), "ok", "valid for another 200 days"],
    [inDays(75), "warning", "J-90: 75 days left"],
    [inDays(60), "warning", "J-60: 60 days left"],
    [inDays(20), "warning", "J-30: 20 days left"],
    [inDays(3), "warning", "J-15: 3 days left"],
    [inDays(-10), "error", "ended 10 days ago"],
  ])("reads the token's age: exp %i is %s", async (exp, level, detail) => {
    const url = await serve((_request, response) => reply(response, 200, { _id: "id", scopes: [] }));
    const findings = await checkParticulier(clientOf(url), { token: jwt({ exp }), now, needs: [] });
    expect(findings.at(-1)).toMatchObject({ level, detail: expect.stringContaining(detail) });
  });

  it("takes eighteen months from the issue where the token does not say its end", async () => {
    const url = await serve((_request, response) => reply(response, 200, { _id: "id", scopes: [] }));
    const findings = await checkParticulier(clientOf(url), {
      token: jwt({ iat: inDays(-540) }),
      now,
      needs: [],
    });
    expect(findings.at(-1)).toMatchObject({
      level: "warning",
      detail: expect.stringContaining("J-15: 8 days"),
    });
  });

  it("says that a token was refused, or is none", async () => {
    const url = await serve((_request, response) => reply(response, 401, platformError("00103")));
    const findings = await checkParticulier(clientOf(url), {
      token: "pas un jeton",
      now,
      needs: [{ for: "x", route: "scolarites" }],
    });
    expect(findings.slice(1)).toEqual([
      {
        level: "error",
        subject: "API_PARTICULIER_TOKEN",
        detail: expect.stringContaining("API_PARTICULIER_TOKEN"),
      },
      { level: "warning", subject: "API_PARTICULIER_TOKEN", detail: expect.stringContaining("not a JWT") },
    ]);
  });
});
