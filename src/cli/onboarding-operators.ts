import { InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import type { Partner } from "../onboarding/index.ts";
import { command, type Shared, withOnboarding } from "./onboarding-command.ts";
import { print, printError } from "./print.ts";

/** `passerelle onboarding operators`: who carries collectivités. */
export const operators = () =>
  command("operators", "the éditeurs and shared operators there are").action((options: Shared) =>
    withOnboarding(options, async (onboarding) => {
      const all = await onboarding.partners();
      if (options.json) return print(JSON.stringify(all));
      for (const { slug, kind, name, email } of all)
        print(`${slug}: ${name} (${kind})${email ? `, ${email}` : ""}`);
    }),
  );

interface Flags extends Shared, Partial<Pick<Partner, "name" | "kind" | "email" | "siret">> {}

/** `passerelle onboarding operator SLUG`: adds one, or says more of it. */
export const operator = () =>
  command("operator", "add an éditeur or a shared operator, or say where its digest is sent")
    .argument("<slug>", "in lower case: numerique33", parseSlug)
    .option("--name <name>", "needed for a new one")
    .addOption(new Option("--kind <kind>", "needed for a new one").choices(["vendor", "opsn"]))
    .option("--email <address>", "a shared mailbox", parseEmail)
    .option("--siret <siret>", "how DataPass names it", parseSiret)
    .action((slug: string, { name, kind, email, siret, ...shared }: Flags, self) =>
      withOnboarding(shared, async (onboarding) => {
        const known = (await onboarding.partners()).find((partner) => partner.slug === slug);
        const [called, is] = [name ?? known?.name, kind ?? known?.kind];
        if (called === undefined || is === undefined)
          return self.error(`error: « ${slug} » is new: give its --name and its --kind`);
        const certified = known?.certified ?? false;
        const partner = {
          slug,
          name: called,
          kind: is,
          certified,
          ...(email && { email }),
          ...(siret && { siret }),
        };
        await onboarding.savePartners([partner]);
        if (shared.json) print(JSON.stringify(partner));
        else printError(known ? "Updated." : "Added.");
      }),
    );

function parseSlug(value: string): string {
  if (/^[a-z0-9-]{2,60}$/.test(value)) return value;
  throw new InvalidArgumentError("write lower-case letters, digits and hyphens");
}

function parseEmail(value: string): string {
  if (z.email().safeParse(value).success) return value;
  throw new InvalidArgumentError("write an e-mail address, like suivi@exemple.fr");
}

function parseSiret(value: string): string {
  if (/^\d{14}$/.test(value)) return value;
  throw new InvalidArgumentError("write the 14 digits of a SIRET");
}
