import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { lookAt } from "../../src/onboarding/probes/look.ts";
import { executable } from "../support/executable.ts";
import { requirement } from "../support/requirement.ts";
import { freePort } from "../support/server-process.ts";

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

const healthy: RequestListener = (_req, res) => void res.setHeader("connection", "close").end("{}");
const now = () => new Date();

describe("an address that citizens are sent to", () => {
  const look = async (handler: RequestListener, at = now) =>
    lookAt([{ url: new URL(`http://127.0.0.1:${await listen(createServer(handler))}`) }], at);

  it("that answers, with its keys and the right time, is not spoken of", async () => {
    expect(await look(healthy)).toEqual([]);
  });

  it("whose name leads nowhere is said", async () => {
    const [line] = await lookAt([{ url: new URL("https://portal.invalid") }], now);
    expect(line).toMatchObject({ name: "https://portal.invalid", kind: "address" });
    expect(line?.message).toMatch(/^son nom ne mène nulle part \(E\w+\)/);
  });

  it("that nobody listens on is said", async () => {
    const [line] = await lookAt([{ url: new URL(`http://127.0.0.1:${await freePort()}`) }], now);
    expect(line?.message).toContain("ne répond pas (ECONNREFUSED)");
  });

  it("whose clock is far from ours is said", async () => {
    const [line] = await look(healthy, () => new Date(Date.now() + 10 * 60_000));
    expect(line?.message).toMatch(/décalée de (59\d|60\d) secondes/);
  });

  it("that answers badly, or without its keys, is said", async () => {
    const [down] = await look((_req, res) => void res.writeHead(503, { connection: "close" }).end());
    expect(down?.message).toContain("/health/live répond 503");
    const [keyless] = await look((req, res) =>
      res.writeHead(req.url === "/health/live" ? 200 : 404, { connection: "close" }).end(),
    );
    expect(keyless?.message).toContain("jwks.json répond 404");
  });

  describe("with its redirect URIs declared", () => {
    const CALLBACKS = { eidas1: "/auth/franceconnect/callback", eidas2: "/auth/franceconnect-plus/callback" };

    /** A portal that begins logins at both levels, or at those given. */
    async function portal(callbacks: Readonly<Record<string, string>> = CALLBACKS): Promise<URL> {
      const server = createServer((req, res) => {
        const { pathname, searchParams } = new URL(req.url ?? "/", "http://127.0.0.1");
        const callback = callbacks[searchParams.get("level") ?? ""];
        if (pathname !== "/auth/login" || callback === undefined) return healthy(req, res);
        const redirect = encodeURIComponent(String(new URL(callback, `http://${req.headers.host}`)));
        res.writeHead(302, {
          connection: "close",
          location: `https://provider.example/authorize?redirect_uri=${redirect}&state=s`,
        });
        res.end();
      });
      return new URL(`http://127.0.0.1:${await listen(server)}`);
    }
    const declared = (url: URL, ...paths: readonly string[]) => paths.map((path) => url.origin + path);

    it("is not spoken of where the portal sends exactly those", async () => {
      const url = await portal();
      const redirectUris = declared(url, CALLBACKS.eidas1, CALLBACKS.eidas2);
      expect(await lookAt([{ url, redirectUris }], now)).toEqual([]);
    });

    it.each([
      ["ends with a slash", `${CALLBACKS.eidas1}/`],
      ["is in capitals", CALLBACKS.eidas1.toUpperCase()],
      ["has a query", `${CALLBACKS.eidas1}?from=there`],
      ["is another path", "/login/callback"],
    ])("says so where the one declared %s: a provider compares letters", async (_case, path) => {
      const url = await portal({ eidas1: CALLBACKS.eidas1 });
      const [line] = await lookAt([{ url, redirectUris: declared(url, path) }], now);
      expect(line?.message).toContain(`${url.origin}${CALLBACKS.eidas1}, qui n’est pas déclarée`);
    });

    it("says so where the login of FranceConnect+ would go to one that is not declared", async () => {
      const url = await portal();
      const [line] = await lookAt([{ url, redirectUris: declared(url, CALLBACKS.eidas1) }], now);
      expect(line?.message).toContain(`${CALLBACKS.eidas2}, qui n’est pas déclarée`);
    });

    it("says so where a login comes back to another portal, declared or not: the session is not there", async () => {
      const elsewhere = "https://other.example/auth/franceconnect/callback";
      const url = await portal({ eidas1: elsewhere });
      for (const redirectUris of [[], [elsewhere]]) {
        const [line] = await lookAt([{ url, redirectUris }], now);
        expect(line?.message).toContain(`${elsewhere}, qui est d’un autre portail`);
      }
    });

    it("says so where one is declared that no login uses, or no login begins at all", async () => {
      const url = await portal({ eidas1: CALLBACKS.eidas1 });
      const both = declared(url, CALLBACKS.eidas1, CALLBACKS.eidas2);
      const [line] = await lookAt([{ url, redirectUris: both }], now);
      expect(line?.message).toContain(
        `aucune connexion n’envoie à l’adresse de retour déclarée ${url.origin}${CALLBACKS.eidas2}`,
      );
      const silent = await portal({});
      const [none] = await lookAt([{ url: silent, redirectUris: declared(silent, CALLBACKS.eidas1) }], now);
      expect(none?.message).toContain("aucune connexion");
    });
  });

  describe.skipIf(!requirement("OpenSSL", executable("openssl"), "apt-get install -y openssl"))(
    "over https",
    () => {
      const secure = async () => {
        const folder = mkdtempSync(join(tmpdir(), "passerelle-tls-"));
        const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
        const subject = ["-subj", "/CN=localhost", "-days", "20"];
        execFileSync(
          "openssl",
          ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, ...subject],
          {
            stdio: "ignore",
          },
        );
        const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, healthy);
        return new URL(`https://localhost:${await listen(server)}`);
      };

      it("with a certificate that nobody trusts is said", async () => {
        const [line] = await lookAt([{ url: await secure() }], now);
        expect(line?.message).toContain("n’est pas accepté (DEPTH_ZERO_SELF_SIGNED_CERT");
      });

      it("with a certificate that has expired is said, with the day", async () => {
        const [line] = await lookAt([{ url: await secure() }], () => new Date(Date.now() + 30 * 86_400_000));
        expect(line?.message).toMatch(/a expiré le \d{4}-\d\d-\d\d/);
      });
    },
  );
});
