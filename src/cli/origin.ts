import { InvalidArgumentError } from "commander";

/** Reads an origin given on the command line: a scheme, a host and perhaps a port. */
export function parseOrigin(value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.username) return url;
  throw new InvalidArgumentError("write an origin, like http://localhost:3000");
}
