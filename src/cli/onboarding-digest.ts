import { InvalidArgumentError } from "commander";
import type { DeclaredAddress, Digest } from "../onboarding/index.ts";
import type { RolloutSettings } from "../service/index.ts";
import { openMailer } from "./mailer.ts";
import { command, type Shared } from "./onboarding-command.ts";
import { letterOf } from "./onboarding-letter.ts";
import { parseOrigin } from "./origin.ts";
import { print, printError } from "./print.ts";

interface Flags extends Shared {
  readonly operator?: string;
  readonly address?: readonly URL[];
  readonly redirectUri?: readonly string[];
  readonly send?: true;
  readonly to?: string;
}

/** `passerelle onboarding digest`: one for each operator, or that of one alone; printed, or sent. */
export const digest = () =>
  command("digest", "what each operator should look at today")
    .option("--operator <slug>", "only what this éditeur or shared operator carries")
    .option(
      "--address <origin...>",
      "portals to look at beside those of the collectivités served here: name, certificate, clock, keys",
      (value: string, earlier: readonly URL[] = []) => [...earlier, parseOrigin(value)],
    )
    .option(
      "--redirect-uri <uri...>",
      "every redirect URI registered for them, letter by letter: what the portal sends is compared with it",
      (value: string, earlier: readonly string[] = []) => [...earlier, parseRedirectUri(value)],
    )
    .option(
      "--send",
      "send each operator its own by e-mail (SMTP_URL, MAIL_FROM); printed where that is not set",
    )
    .option("--to <address>", "who is sent what has no operator, or one without an address")
    .action(async ({ operator, address = [], redirectUri = [], send, to, ...shared }: Flags) => {
      const { withPortal } = await import("./onboarding-portal.ts");
      await withPortal(shared, async (onboarding, settings) => {
        const digests = await onboarding.digest({
          look: true,
          addresses: declared(address, redirectUri),
          ...(operator !== undefined && { operator }),
        });
        const unsent = send ? await sendAll(digests, settings, to) : digests;
        if (shared.json) return print(JSON.stringify(unsent));
        if (digests.every(({ lines }) => lines.length === 0)) printError("Nothing to look at.");
        for (const one of unsent) printDigest(one);
      });
    });

function printDigest({ operator, lines }: Digest): void {
  print(operator ? `${operator.name} (${operator.slug})` : "Sans opérateur");
  for (const { name, message } of lines) print(`  ${name} : ${message}`);
}

/** Sends what can be sent; one that is refused keeps no other from leaving. @returns those that were not */
async function sendAll(
  digests: readonly Digest[],
  { mail, baseUrl }: RolloutSettings,
  to?: string,
): Promise<readonly Digest[]> {
  if (!mail) {
    printError("SMTP_URL and MAIL_FROM are not set: nothing was sent.");
    return digests;
  }
  const mailer = openMailer(mail);
  const unsent: Digest[] = [];
  for (const digest of digests.filter(({ lines }) => lines.length > 0)) {
    const name = digest.operator?.name ?? "Sans opérateur";
    const recipient = digest.operator?.email ?? to;
    try {
      if (recipient === undefined) throw new Error("no address: give it with « operator » or --to");
      await mailer.send({
        to: recipient,
        ...letterOf(digest, { now: new Date(), ...(baseUrl && { baseUrl }) }),
      });
      printError(`${name}: sent.`);
    } catch (error) {
      printError(`${name}: not sent (${error instanceof Error ? error.message : String(error)}).`);
      process.exitCode = 1;
      unsent.push(digest);
    }
  }
  mailer.close();
  return unsent;
}

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
