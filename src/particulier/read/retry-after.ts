import type { ResponseHeaders } from "../transport/send.ts";

const HTTP_DATE = /^[A-Z][a-z]{2}, .* GMT$/;

/**
 * Seconds to wait by `Retry-After`, which is a number or a date. A date is compared with the server's own clock,
 * because ours may be minutes away.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfterOf(headers: ResponseHeaders, now: Date): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (!value) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  if (!HTTP_DATE.test(value)) return undefined;
  const until = Date.parse(value);
  const serverNow = Date.parse(headers.get("date") ?? "");
  const seconds = (until - (Number.isNaN(serverNow) ? now.getTime() : serverNow)) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}
