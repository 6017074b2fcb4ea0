import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PostgresServer, postgresAvailable, startPostgres } from "../support/postgres.ts";
import { Visitor } from "../support/visitor.ts";
import { begin, startWholePortal, type WholePortal, walk } from "../support/whole-portal.ts";

describe.skipIf(!postgresAvailable())("a portal that loses its database", () => {
  let postgres: PostgresServer;
  let portal: WholePortal;
  beforeAll(async () => {
    // As in production: what was acknowledged before the crash must be there after it.
    postgres = await startPostgres({ durable: true });
    const databaseUrl = await postgres.createDatabase();
    portal = await startWholePortal((settings) => ({ ...settings, databaseUrl }));
  });
  afterAll(async () => {
    await portal.close();
    await postgres.stop();
  });

  it("says so on a page, never with 500, is not ready, and heals by itself with what was saved", async () => {
    const { visitor, page } = await begin(portal, "restauration-scolaire");
    const step = await walk(visitor, page, {}, /etape\/vous/);
    await postgres.crash();
    const unsaved = await visitor.submit(step, "Enregistrer et continuer", { telephone: "0612345678" });
    expect(unsaved.status).toBe(503);
    expect(unsaved.text).not.toMatch(/enregistrée\b/);
    for (const path of ["/mes-dossiers", "/demarches/restauration-scolaire/etape/vous", "/"]) {
      const page = await visitor.get(`${portal.url}${path}`);
      expect([path, page.status < 500 || page.status === 503]).toEqual([path, true]);
      expect(page.html).not.toMatch(/ECONN|node_modules|postgres/);
    }
    const lost = await visitor.get(`${portal.url}/mes-dossiers`);
    expect(lost.status).toBe(503);
    expect(lost.$("html").attr("lang")).toBe("fr");
    const stranger = new Visitor();
    expect((await stranger.get(`${portal.url}/health/live`)).status).toBe(200);
    expect((await stranger.get(`${portal.url}/health/ready`)).status).toBe(503);
    await postgres.restart();
    let healed = lost;
    for (let tries = 0; healed.status !== 200 && tries < 100; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      healed = await visitor.get(`${portal.url}/mes-dossiers`);
    }
    expect(healed.text).toContain("Restauration scolaire");
    expect((await visitor.get(step.url)).$('[name="telephone"]').val()).toBe("");
    const saved = await visitor.submit(step, "Enregistrer et continuer", { telephone: "0612345678" });
    expect(saved.url).toMatch(/etape\/foyer/);
  });
});
