import { command, type Shared } from "./onboarding-command.ts";
import { print } from "./print.ts";

interface Flags extends Shared {
  readonly territory: string;
  readonly milestone: string;
  readonly by: string;
  readonly at?: string;
  readonly withdraw?: true;
  readonly corrects?: string;
  readonly note?: string;
}

/** `passerelle onboarding tell`: a step by hand, by somebody who has a name. */
export const tell = () =>
  command("tell", "record a milestone by hand, or correct one")
    .requiredOption("--territory <siren>", "SIREN, or the registry's code")
    .requiredOption("--milestone <slug>", "which milestone")
    .requiredOption(
      "--by <name>",
      "who records it: kept sealed (ENCRYPTION_KEY), shown to the collectivité's agents",
    )
    .option("--at <day>", "the day it happened (2022-03-01); today unless told")
    .option("--withdraw", "it no longer holds")
    .option("--corrects <reference>", "the event that this one replaces")
    .option("--note <text>", "what proves it")
    .action(async (options: Flags) => {
      const { withPortal } = await import("./onboarding-portal.ts");
      await withPortal(options, async (onboarding) => {
        const { territory, milestone, by, at, withdraw, corrects, note } = options;
        const added = await onboarding.tell({
          territory,
          milestone,
          source: "agent",
          agent: by,
          ...(at && { at }),
          ...(withdraw && { action: "withdrawn" }),
          ...(corrects && { corrects }),
          ...(note && { evidence: { note } }),
        });
        print(options.json ? JSON.stringify({ added }) : added ? "Recorded." : "Known already.");
      });
    });
