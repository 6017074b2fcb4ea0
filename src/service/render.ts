import type { Response } from "express";
import { h, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { Speaking, speechOf } from "./language/index.ts";
import { typography } from "./typography.ts";

/**
 * Sends a whole page. Pages hold personal data or a session's token: no cache keeps them.
 *
 * @example
 * sendPage(response, <HomePage frame={frame} procedures={procedures} />);
 */
export function sendPage(response: Response, page: VNode, status = 200): void {
  const speech = speechOf(response);
  const html = renderToString(h(Speaking, { speech, children: page }));
  response
    .status(status)
    .set({ "Cache-Control": "no-store", "Content-Language": speech.language })
    .type("html")
    .send(`<!doctype html>${typography(html, speech.language)}`);
}
