import { identifyAgent } from "../support/browser-walk.ts";
import type { Rollout } from "../support/rollout.ts";
import { press, type Scene } from "./scene.ts";

/** A roll-out in which nothing has happened, and one in full swing. */
export interface Rollouts {
  readonly empty: Rollout;
  readonly busy: Rollout;
}

/** The roll-out, for an administrator and for everybody: empty, filled and at a loss. */
export async function rolloutPages({ portal, open, see }: Scene, { empty, busy }: Rollouts): Promise<void> {
  const page = await open();
  await identifyAgent(page, `${portal.url}/agent/deploiement`, "agent_mfa");
  await press(page, "Ajouter à l’histoire");
  await page.getByText("Il y a un problème").waitFor();
  await see(page, "rollout-step-error");
  await page.goto(`${portal.url}/agent/deploiement/pilotage`);
  await see(page, "rollout-steering");
  for (const [rollout, path] of [
    [empty, ""],
    [busy, ""],
    [busy, "/collectivites?q=bord"],
    [busy, "/collectivites?q=nowhere"],
    [busy, "/collectivites/commune:T1"],
    [busy, "/collectivites/213300635"],
    [busy, "/donnees"],
    [busy, "/nothing"],
  ] as const) {
    await page.goto(`${rollout.url}/deploiement${path}`);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await see(page, `rollout-${rollout === busy ? "busy" : "empty"}${path}`);
  }
  await page.context().close();
}
