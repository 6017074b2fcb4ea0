import type { RequestHandler } from "express";
import helmet from "helmet";
import type { Settings } from "./settings.ts";

/**
 * Response headers: nothing runs in our pages, nothing is loaded from elsewhere, nobody frames them.
 *
 * A form may only lead to us, or to the providers: logging out is a POST that ends there, and Chromium holds
 * `form-action` against redirects too. The referrer stays same-origin rather than absent, because a browser that
 * sends none sends `Origin: null` with forms.
 *
 * @param formTargets origins of the providers, read at each request: a tenant may add one
 * @param images other origins whose images the page at this address shows
 */
export function securityHeaders(
  settings: Pick<Settings, "baseUrl">,
  formTargets: () => readonly string[],
  images: (path: string) => readonly string[] = () => [],
): RequestHandler {
  const https = settings.baseUrl.startsWith("https:");
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", ({ url }) => images(url ?? "/").join(" ")],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'", () => formTargets().join(" ")],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: https,
  });
}
