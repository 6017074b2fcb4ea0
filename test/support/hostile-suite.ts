import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Limits } from "../../src/federation/http/limits.ts";
import type { FederationErrorCode, KeyRing } from "../../src/federation/index.ts";
import { type HostilePortal, login, startHostilePortal, type Walk } from "./hostile-portal.ts";
import { type HostileProvider, type Mutation, startHostileProvider } from "./hostile-provider.ts";
import type { Page, WebBrowser } from "./web-browser.ts";

/** One lie of a provider, or of whoever holds the browser, and the one check that sees through it. */
export interface HostileCase {
  readonly name: string;
  /** Where it comes from, e.g. `F1 invalid-iss`. */
  readonly anchor: string;
  /** The check that refuses it: taken out, the login gets through. */
  readonly check: string;
  readonly code: FederationErrorCode;
  readonly mutation?: (provider: HostileProvider) => Mutation;
  readonly deliver?: (walk: Walk) => Promise<{ page: Page; browser: WebBrowser }>;
  /** A second wall stands behind the check: with the check out, this is what refuses. */
  readonly secondWall?: FederationErrorCode;
  /** What the provider serves at the start is part of the lie: it needs a middleware of its own. */
  readonly isFresh?: true;
  /** Not a check but a limit sees through it: lifted, the login gets through. */
  readonly limits?: Partial<Limits>;
  readonly lifted?: Partial<Limits>;
}

export interface SuiteSetting {
  readonly platform?: "franceconnect" | "franceconnect-plus";
  readonly level?: "eidas1" | "eidas2" | "eidas3";
  readonly acr?: string;
  readonly alg?: "ES256" | "RS256" | "HS256";
  readonly keys?: () => Promise<KeyRing>;
}

/** Each case twice: refused with all checks on, and through with its one check out. */
export function describeHostile(
  title: string,
  cases: readonly HostileCase[],
  setting: SuiteSetting = {},
): void {
  const { platform = "franceconnect", level = "eidas1", acr = level, alg } = setting;
  describe(`${title} (${cases.length} cases)`, () => {
    let provider: HostileProvider;
    let keys: KeyRing | undefined;
    const portals = new Map<string, HostilePortal>();

    const portalFor = async (hostile: HostileCase, without?: string): Promise<HostilePortal> => {
      const limits = without === undefined ? hostile.limits : (hostile.lifted ?? hostile.limits);
      const check = hostile.lifted ? undefined : without;
      const name = hostile.isFresh ? `${hostile.name} ${without}` : JSON.stringify([check, limits]);
      const known = portals.get(name);
      if (known) return known;
      const options = {
        platform,
        ...(keys && { keys }),
        ...(check !== undefined && { without: check }),
        ...(limits && { limits }),
        ...(alg && { signingAlg: alg }),
      };
      const portal = await startHostilePortal(provider, options);
      portals.set(name, portal);
      return portal;
    };

    beforeAll(async () => {
      keys = await setting.keys?.();
      const encryptTo = keys ? () => keys?.published().keys[0] as never : undefined;
      provider = await startHostileProvider({ acr, ...(alg && { alg }), ...(encryptTo && { encryptTo }) });
    });

    afterAll(async () => {
      for (const portal of portals.values()) await portal.close();
      await provider.close();
    });

    for (const hostile of cases) {
      it(`refuses ${hostile.name} [${hostile.anchor}]`, async () => {
        provider.mutation = hostile.mutation?.(provider) ?? {};
        const refused = await login(await portalFor(hostile), provider, level, hostile.deliver);
        expect(refused.codes).toEqual([hostile.code]);
        expect(refused.hasSession).toBe(false);
        expect(refused.page.status).toBeGreaterThanOrEqual(400);
        expect(refused.page.status).not.toBe(500);
        expect(refused.page.body).toContain('<html lang="fr">');
        // Neither the person nor a word of the provider (error_description) is shown.
        expect(refused.page.body).not.toContain("DUBOIS");
        expect(refused.leaked).toEqual([]);

        const through = await login(
          await portalFor(hostile, hostile.check),
          provider,
          level,
          hostile.deliver,
        );
        if (hostile.secondWall) {
          expect(through.codes).toEqual([hostile.secondWall]);
          expect(through.hasSession).toBe(false);
        } else {
          expect(through.codes).toEqual([]);
          expect(through.hasSession).toBe(true);
        }
      });
    }
  });
}
