/** Why a client cannot be made; the calls themselves never throw. */
export class ParticulierOptionsError extends Error {
  override readonly name = "ParticulierOptionsError";
  constructor(
    readonly code: "url_invalid" | "url_insecure",
    readonly operatorHint: string,
  ) {
    super(operatorHint);
  }
}

const ENVIRONMENTS: Readonly<Record<string, string>> = {
  production: "https://particulier.api.gouv.fr",
  staging: "https://staging.particulier.api.gouv.fr",
};
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** The base URL without its final slash: https, or http on a loopback address. */
export function baseUrlOf(url: URL | string): string {
  const text = ENVIRONMENTS[String(url)] ?? String(url);
  if (!URL.canParse(text)) {
    throw new ParticulierOptionsError(
      "url_invalid",
      "url must be `staging`, `production` or a URL such as https://particulier.api.gouv.fr",
    );
  }
  const { protocol, hostname, origin, pathname } = new URL(text);
  if (protocol !== "https:" && !(protocol === "http:" && LOOPBACK.test(hostname))) {
    throw new ParticulierOptionsError(
      "url_insecure",
      "url must be https; http is accepted on a loopback address only, because the token would travel in clear",
    );
  }
  return origin + pathname.replace(/\/+$/, "");
}
