import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { ListenError, listen } from "../../src/service/server.ts";

describe("the service's server", () => {
  it("keeps a connection longer than a reverse proxy does, which would otherwise send into a closed one", async () => {
    const server = await listen((_req, res) => res.end("bonjour"), 0);
    const { headers } = await fetch(`http://localhost:${server.port}/`);
    await server.close();
    const seconds = Number(/timeout=(\d+)/.exec(headers.get("keep-alive") ?? "")?.[1]);
    expect(seconds).toBeGreaterThan(60);
  });

  it("lets a request under way finish when it is told to stop", async () => {
    let arrived = () => {};
    const under = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const server = await listen((_req, res) => {
      arrived();
      setTimeout(() => res.end("bonjour"), 50);
    }, 0);
    const answer = fetch(`http://localhost:${server.port}/`);
    await under;
    await server.close();
    expect(await (await answer).text()).toBe("bonjour");
  });

  it("names a port that is taken", async () => {
    const taken = createServer().listen(0);
    await new Promise((resolve) => taken.once("listening", resolve));
    const { port } = taken.address() as AddressInfo;
    await expect(listen(() => {}, port)).rejects.toThrow(ListenError);
    taken.close();
  });
});
