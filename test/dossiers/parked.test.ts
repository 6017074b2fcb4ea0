import { expect, it } from "vitest";
import { onEachDatabase } from "../support/databases.ts";
import { scene } from "../support/dossiers.ts";

const values = {
  page: "/demarches/restauration-scolaire/etape/contact",
  body: { telephone: "06 12 34 56 78", jours: ["lundi", "jeudi"] },
};

onEachDatabase((database) => {
  it("what was typed after the session expired comes back once", async () => {
    const { dossiers, here } = await scene(await database.fresh());
    const token = await dossiers.parked.park({ collectivite: here, values });
    expect(await dossiers.parked.claim({ collectivite: here, token })).toEqual(values);
    expect(await dossiers.parked.claim({ collectivite: here, token })).toBeUndefined();
  });

  it("two claims at once get it once", async () => {
    const { dossiers, here } = await scene(await database.fresh());
    const token = await dossiers.parked.park({ collectivite: here, values });
    const claims = await Promise.all(
      [1, 2, 3].map(() => dossiers.parked.claim({ collectivite: here, token })),
    );
    expect(claims.filter((claim) => claim !== undefined)).toEqual([values]);
  });

  it("is forgotten after an hour", async () => {
    const { dossiers, here, later } = await scene(await database.fresh());
    const [token] = [
      await dossiers.parked.park({ collectivite: here, values }),
      await dossiers.parked.park({ collectivite: here, values }),
    ];
    later(3_600_000);
    expect(await dossiers.parked.claim({ collectivite: here, token })).toBeUndefined();
    expect(await dossiers.expire()).toMatchObject({ parked: 1 });
  });

  it("cannot be claimed with what the database shows, nor in another collectivité", async () => {
    const { dossiers, here, elsewhere, store } = await scene(await database.fresh());
    const token = await dossiers.parked.park({ collectivite: here, values });
    const row = await store.db.selectFrom("parked_values").selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(token);
    expect(JSON.stringify(row)).not.toContain("06 12");
    expect(await dossiers.parked.claim({ collectivite: here, token: row.id })).toBeUndefined();
    expect(await dossiers.parked.claim({ collectivite: elsewhere, token })).toBeUndefined();
    expect(await dossiers.parked.claim({ collectivite: here, token })).toEqual(values);
  });

  it("is refused where it is larger than a form can be", async () => {
    const { dossiers, here } = await scene(await database.fresh());
    const large = { ...values, body: { a: "x".repeat(200_000) } };
    await expect(dossiers.parked.park({ collectivite: here, values: large })).rejects.toMatchObject({
      code: "values_too_large",
      status: 413,
    });
  });
});
