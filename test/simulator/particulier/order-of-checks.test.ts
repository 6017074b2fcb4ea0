import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BLACKLISTED_JTI } from "../../../src/simulator/particulier/habilitation.ts";
import { signHabilitation } from "../../../src/simulator/particulier/index.ts";
import { type Reply, type Simulated, simulate } from "./client.ts";
import { CAMILLE, QF } from "./people.ts";

let api: Simulated;
let time = new Date("2026-11-20T10:00:00Z");
beforeAll(async () => {
  api = await simulate({ now: () => time });
});
afterAll(() => api.close());

const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });
const codes = ({ status, body }: Reply) => [status, body.errors?.[0]?.code];

describe("The checks come in the platform's order", () => {
  test("a token that is nothing is refused before its scopes, the recipient and the parameters", async () => {
    const reply = await api.get(QF, { recipient: "nonsense" }, bearer("nonsense"));
    expect(codes(reply)).toEqual([401, "00101"]);
    expect(reply.body.errors?.[0]).toMatchObject({ title: "Interdit", source: { parameter: "token" } });
  });

  test("no token at all is refused the same way", async () => {
    const reply = await api.get(QF, CAMILLE, { headers: { Authorization: "" } });
    expect(codes(reply)).toEqual([401, "00101"]);
  });

  test("an expired token has its own code", async () => {
    const expired = await signHabilitation({ jti: "a", scopes: ["cnaf_enfants"], expiresAt: 1_700_000_000 });
    expect(codes(await api.get(QF, CAMILLE, bearer(expired)))).toEqual([401, "00103"]);
  });

  test("a blacklisted token has its own code", async () => {
    const listed = await signHabilitation({ jti: BLACKLISTED_JTI, scopes: ["cnaf_enfants"] });
    expect(codes(await api.get(QF, CAMILLE, bearer(listed)))).toEqual([401, "00105"]);
  });

  test("a token signed by somebody else is refused", async () => {
    const [header, payload] = api.token.split(".");
    expect(codes(await api.get(QF, CAMILLE, bearer(`${header}.${payload}.AAAA`)))).toEqual([401, "00101"]);
  });

  test("a token without any scope of the endpoint is refused before the recipient is looked at", async () => {
    const poor = await signHabilitation({ jti: "b", scopes: ["pole_emploi_paiements"] });
    expect(codes(await api.get(QF, { recipient: "nonsense" }, bearer(poor)))).toEqual([403, "00100"]);
  });

  test("a recipient that is not a SIRET is refused before the parameters", async () => {
    expect(codes(await api.get(QF, { recipient: "21330063500018" }))).toEqual([422, "00210"]);
  });

  test("a missing recipient is refused with the same code", async () => {
    expect(codes(await api.get(QF, { recipient: undefined, once: 1 }))).toEqual([422, "00210"]);
  });

  test("X-Api-Key and ?token= carry the habilitation too", async () => {
    const header = await api.get(QF, CAMILLE, { headers: { Authorization: "", "X-Api-Key": api.token } });
    const query = await api.get(QF, { ...CAMILLE, token: api.token }, { headers: { Authorization: "" } });
    expect([header.status, query.status]).toEqual([200, 200]);
  });
});

describe("The marker of a call in flight", () => {
  test("stays for a minute when the recipient stopped the call: the repeat is a 409", async () => {
    const wrong = { recipient: "12345678901234", nomNaissance: "MARKER" };
    expect(codes(await api.get(QF, wrong))).toEqual([422, "00210"]);
    expect(codes(await api.get(QF, wrong))).toEqual([409, "00015"]);
    time = new Date(time.getTime() + 61_000);
    expect(codes(await api.get(QF, wrong))).toEqual([422, "00210"]);
  });

  test("goes away once the parameters were refused: the repeat is refused for the same reason", async () => {
    const parameters = { ...CAMILLE, nomNaissance: "ŒUVRARD" };
    expect(codes(await api.get(QF, parameters))).toEqual([422, "00420"]);
    expect(codes(await api.get(QF, parameters))).toEqual([422, "00420"]);
  });

  test("stops the same call while it is still being answered, and lets it through afterwards", async () => {
    const slow = await simulate({
      personas: [{ id: "slow", claims: claimsOf(CAMILLE), particulier: { delayMs: 1000 } }],
    });
    const [first, second] = await Promise.all([slow.get(QF, CAMILLE), slow.get(QF, CAMILLE)]);
    const third = await slow.get(QF, CAMILLE);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    expect(third.status).toBe(200);
    await slow.close();
  });

  test("does not stop another habilitation, nor other parameters", async () => {
    const slow = await simulate({
      personas: [{ id: "slow", claims: claimsOf(CAMILLE), particulier: { delayMs: 1000 } }],
    });
    const other = await signHabilitation({ jti: "other", scopes: ["cnaf_quotient_familial"] });
    const replies = await Promise.all([
      slow.get(QF, CAMILLE),
      slow.get(QF, CAMILLE, bearer(other)),
      slow.get(QF, { ...CAMILLE, annee: 2026 }),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    await slow.close();
  });
});

function claimsOf(person: typeof CAMILLE) {
  return { family_name: person.nomNaissance, given_name: "Camille Jeanne", birthdate: "1987-05-21" };
}
