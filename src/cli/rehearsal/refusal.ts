import { type Finding, passed, unless } from "./point.ts";
import type { Browser, Reply } from "./portal.ts";

/** A page in French that says no, with a way on; never a redirect, never a failure of ours. */
export function isRefusal({ status, body, headers }: Reply): string | undefined {
  if (status < 400 || status >= 500) return `answered ${status}; a page with a 4xx status is expected`;
  if (!/text\/html/.test(headers.get("content-type") ?? "")) return "the refusal is no page";
  if (!/<html[^>]*\slang="?fr/i.test(body)) return "the page does not say that it is in French (lang)";
  if (!/<a\s[^>]*href=|<form\s/i.test(body)) return "the page shows no way on: no link, no form";
  return undefined;
}

/** Refused, and nobody is logged in afterwards. */
export async function isRefusedFor(browser: Browser, reply: Reply): Promise<Finding> {
  const problem = isRefusal(reply);
  if (problem) return unless(problem);
  const me = await browser.send("/auth/me", { headers: { accept: "application/json" } });
  return me.status === 401 ? passed : unless(`/auth/me answers ${me.status} afterwards; 401 is expected`);
}
