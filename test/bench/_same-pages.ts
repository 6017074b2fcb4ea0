import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { load } from "cheerio";
import express from "express";
import { h, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";

/**
 * The same HTML from a bare Express: each file named on the command line, sent as it is on `/sent/N`, and rendered from
 * its elements by the same renderer on `/rendered/N`. No session, no database, no headers of ours.
 */
type Child = VNode | string;

/** What is read of a parsed page. */
interface Markup {
  readonly type: string;
  readonly data?: string;
  readonly name?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly Markup[];
}

/** Elements as the renderer takes them. */
function build(nodes: readonly Markup[]): readonly Child[] {
  return nodes.flatMap(({ type, data = "", name, attribs, children = [] }): readonly Child[] => {
    if (type === "text") return [data];
    return name && attribs ? [h(name, attribs, ...build(children))] : [];
  });
}

const app = express();
for (const [index, file] of process.argv.slice(2).entries()) {
  const html = readFileSync(file, "utf8");
  const [elements] = build(load(html)("html").toArray());
  app.get(`/sent/${index}`, (_req, res) => void res.type("html").send(html));
  app.get(`/rendered/${index}`, (_req, res) => {
    res.type("html").send(`<!doctype html>${renderToString(elements as VNode)}`);
  });
}
const server = createServer(app);
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
process.send?.(`http://localhost:${(server.address() as AddressInfo).port}`);

process.on("message", () => {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system, rss: process.memoryUsage.rss() });
});
