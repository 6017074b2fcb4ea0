import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSettings, SettingsError } from "../../src/service/settings.ts";

const complete = {
  FRANCECONNECT_ISSUER: "integration",
  FRANCECONNECT_CLIENT_ID: "id",
  FRANCECONNECT_CLIENT_SECRET: "secret",
  COLLECTIVITE_SIRET: "21330063500017",
  COLLECTIVITE_NAME: "Commune de Val-de-Sorgue",
  SESSION_SECRET: "a secret that is at least 32 characters long",
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64url"),
};

function problemsOf(env: Record<string, string | undefined>): Record<string, string> {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) {
      return Object.fromEntries(error.problems.map(({ variable, problem }) => [variable, problem]));
    }
    throw error;
  }
  return {};
}

describe("settings", () => {
  it("are complete with one platform, the collectivité and the two secrets", () => {
    expect(readSettings(complete)).toEqual({
      port: 3000,
      baseUrl: "http://localhost:3000",
      franceConnect: {
        issuer: "integration",
        clientId: "id",
        clientSecret: "secret",
        signingAlg: "ES256",
      },
      collectivite: { siret: "21330063500017", name: "Commune de Val-de-Sorgue", contact: {} },
      sessionSecrets: ["a secret that is at least 32 characters long"],
      encryptionKeys: [complete.ENCRYPTION_KEY],
      keysDir: "keys",
      databaseUrl: "file:data/passerelle.db",
      logLevel: "info",
    });
  });

  it("name everything that is missing in one go", () => {
    expect(Object.keys(problemsOf({})).sort()).toEqual([
      "COLLECTIVITE_NAME",
      "COLLECTIVITE_SIRET",
      "ENCRYPTION_KEY",
      "FRANCECONNECT_ISSUER",
      "SESSION_SECRET",
    ]);
  });

  it("take an empty variable for a missing one", () => {
    expect(problemsOf({ ...complete, SESSION_SECRET: "  " })).toHaveProperty("SESSION_SECRET");
  });

  it("say what to write instead", () => {
    expect(problemsOf({ ...complete, SESSION_SECRET: undefined }).SESSION_SECRET).toContain("openssl rand");
    expect(
      problemsOf({ ...complete, FRANCECONNECT_SIGNING_ALG: "none" }).FRANCECONNECT_SIGNING_ALG,
    ).toContain("ES256, RS256 or HS256");
  });

  it("refuse a client of which only a half is configured, naming the other half", () => {
    expect(problemsOf({ ...complete, FRANCECONNECT_PLUS_ISSUER: "integration" })).toEqual({
      FRANCECONNECT_PLUS_CLIENT_ID: expect.stringContaining(
        "FRANCECONNECT_PLUS_ISSUER cannot be used without it",
      ),
      FRANCECONNECT_PLUS_CLIENT_SECRET: expect.stringContaining("cannot be used without it"),
    });
  });

  it.each([
    [
      "a plain http issuer that is not on this machine",
      { FRANCECONNECT_ISSUER: "http://fc.exemple.fr/api/v2" },
    ],
    ["an issuer that is no URL", { FRANCECONNECT_ISSUER: "staging" }],
    ["a plain http API", { API_PARTICULIER_URL: "http://api.exemple.fr" }],
    ["a public address in plain http", { BASE_URL: "http://demarches.exemple.fr" }],
    ["a public address with a path", { BASE_URL: "https://exemple.fr/demarches" }],
    ["an address with credentials in it", { API_PARTICULIER_URL: "https://user:pass@api.exemple.fr" }],
    ["a SIRET with a wrong key", { COLLECTIVITE_SIRET: "21330063500018" }],
    ["a short session secret", { SESSION_SECRET: "short" }],
    ["a short secret among several", { SESSION_SECRET: `${"a".repeat(32)},short` }],
    ["a key of 31 bytes", { ENCRYPTION_KEY: Buffer.alloc(31).toString("base64url") }],
    ["a colour that is a word", { COLLECTIVITE_PRIMARY_COLOUR: "red", COLLECTIVITE_ACCENT_COLOUR: "blue" }],
    ["an administrator who is no e-mail address", { AGENT_ADMINISTRATORS: "a@exemple.fr, olivier" }],
    ["an e-mail address that is none", { COLLECTIVITE_EMAIL: "mairie" }],
    ["a port out of range", { PORT: "70000" }],
    ["a port that is a word", { PORT: "http" }],
    ["a database of another kind", { DATABASE_URL: "mysql://localhost/passerelle" }],
    ["a Redis address of another kind", { REDIS_URL: "http://localhost:6379" }],
  ])("refuse %s", (_name, change) => {
    expect(Object.keys(problemsOf({ ...complete, ...change }))).toEqual(Object.keys(change));
  });

  it("take a mail server and its sender together, or neither", () => {
    const mail = { SMTP_URL: "smtps://suivi:secret@mail.exemple.fr", MAIL_FROM: "suivi@exemple.fr" };
    const { SMTP_URL: url, MAIL_FROM: from } = mail;
    expect(readSettings({ ...complete, ...mail }).mail).toEqual({ url, from });
    expect(readSettings(complete).mail).toBeUndefined();
    const wrong = (change: object) => Object.keys(problemsOf({ ...complete, ...mail, ...change }));
    expect(wrong({ SMTP_URL: "http://mail" })).toEqual(["SMTP_URL"]);
    expect(wrong({ MAIL_FROM: "Suivi" })).toEqual(["MAIL_FROM"]);
    expect(wrong({ MAIL_FROM: "" })).toEqual(["MAIL_FROM"]);
    expect(wrong({ SMTP_URL: "" })).toEqual(["SMTP_URL"]);
  });

  it("accept plain http on a loopback address, and several session secrets", () => {
    const settings = readSettings({
      ...complete,
      FRANCECONNECT_ISSUER: "http://127.0.0.1:4010/api/v2",
      SESSION_SECRET: `${"n".repeat(32)},${"o".repeat(32)}`,
      COLLECTIVITE_SIRET: "213 300 635 00017",
    });
    expect(settings.franceConnect?.issuer).toBe("http://127.0.0.1:4010/api/v2");
    expect(settings.sessionSecrets).toHaveLength(2);
    expect(settings.collectivite.siret).toBe("21330063500017");
  });

  it("never throw anything but a list of problems, and never print a secret in it", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(complete), "PORT", "BASE_URL"), fc.string()),
        (env) => {
          try {
            readSettings({ ...env, SESSION_SECRET: "hunter2" });
          } catch (error) {
            if (!(error instanceof SettingsError)) throw error;
            expect(error.operatorHint).not.toContain("hunter2");
          }
        },
      ),
    );
  });
});
