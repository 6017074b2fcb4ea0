import type { Response } from "express";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { typography } from "./typography.ts";

/**
 * Sends a whole page. Pages hold personal data or a session's token: no cache keeps them.
 *
 * @example
 * sendPage(response, <HomePage frame={frame} procedures={procedures} />);
 */
export function sendPage(response: Response, page: VNode, status = 200): void {
  response
    .status(status)
    .set("Cache-Control", "no-store")
    .type("html")
    .send(`<!doctype html>${typography(renderToString(page))}`);
}
