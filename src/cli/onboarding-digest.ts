import { InvalidArgumentError } from "commander";
import type { DeclaredAddress } from "../onboarding/index.ts";
import { command, type Shared, withOnboarding } from "./onboarding-command.ts";
import { parseOrigin } from "./origin.ts";
import { print, printError } from "./print.ts";

interface Flags extends Shared {
  readonly operator?: string;
  readonly address?: readonly URL[];
  readonly redirectUri?: readonly string[];
}

/** `passerelle onboarding digest`: one for each operator, or that of one alone. */
export const digest = () =>
  command("digest", "what each operator should look at today")
    .option("--operator <slug>", "only what this éditeur or shared operator carries")
    .option(
      "--address <origin...>",
      "portals of yours to look at too: name, certificate, clock, keys",
      (value: string, earlier: readonly URL[] = []) => [...earlier, parseOrigin(value)],
    )
    .option(
      "--redirect-uri <uri...>",
      "every redirect URI registered for them, letter by letter: what the portal sends is compared with it",
      (value: string, earlier: readonly string[] = []) => [...earlier, parseRedirectUri(value)],
    )
    .action(({ operator, address = [], redirectUri = [], ...shared }: Flags) =>
      withOnboarding(shared, async (onboarding) => {
        const digests = await onboarding.digest({
          addresses: declared(address, redirectUri),
          ...(operator !== undefined && { operator }),
        });
        if (shared.json) return print(JSON.stringify(digests));
        if (digests.every(({ lines }) => lines.length === 0)) printError("Nothing to look at.");
        for (const { operator: carrier, lines } of digests) {
          print(carrier ? `${carrier.name} (${carrier.slug})` : "Sans opérateur");
          for (const { name, message } of lines) print(`  ${name} : ${message}`);
        }
      }),
    );

/** Kept as it was written: providers compare letters, not addresses. */
function parseRedirectUri(value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
  throw new InvalidArgumentError(
    "write a whole address, like https://portal.example/auth/franceconnect/callback",
  );
}

/** A redirect URI declares the portal it is on. */
function declared(addresses: readonly URL[], redirectUris: readonly string[]): readonly DeclaredAddress[] {
  const origins = new Set(
    [...addresses, ...redirectUris.map((uri) => new URL(uri))].map(({ origin }) => origin),
  );
  return [...origins].map((origin) => ({
    url: new URL(origin),
    redirectUris: redirectUris.filter((uri) => new URL(uri).origin === origin),
  }));
}
