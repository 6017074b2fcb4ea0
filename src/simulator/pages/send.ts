import type { ServerResponse } from "node:http";
import type { VNode } from "preact";
import { SUBMIT_HASH } from "./auto-post.tsx";
import { html } from "./layout.tsx";

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  `script-src ${SUBMIT_HASH}`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Headers of every simulated page. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "no-store",
  "Content-Security-Policy": POLICY,
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** Sends a page and ends the response. */
export function sendPage(res: ServerResponse, status: number, page: VNode): void {
  res.writeHead(status, PAGE_HEADERS);
  res.end(html(page));
}
