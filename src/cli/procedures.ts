import { Command } from "commander";
import {
  dataPassDraft,
  dataPassMarkdown,
  loadProcedures,
  type NoticeCollectivite,
  type Procedure,
  ProceduresFileError,
  recordMarkdown,
  recordOfProcessing,
  summaryMarkdown,
  summaryOf,
} from "../procedures/index.ts";
import { offeredProcedures } from "./offered-procedures.ts";
import { print, printError } from "./print.ts";

interface Flags {
  readonly file?: string;
  readonly json?: true;
}

/** What a verb makes of one procedure: data for programs, and a French text to paste or attach. */
interface Derived<Data> {
  readonly data: (procedure: Procedure, collectivite: NoticeCollectivite) => Data | Promise<Data>;
  readonly markdown: (data: Data) => string;
}

/** `passerelle procedures …`: what follows from each declaration, without starting anything. */
export function proceduresCommand(): Command {
  return new Command("procedures")
    .description("the procedures offered: what each one asks, and the papers that follow from it")
    .addCommand(listCommand())
    .addCommand(
      derivedCommand("show", "what follows from a declaration: level, data, scopes, notice, tariff", {
        data: summaryOf,
        markdown: summaryMarkdown,
      }),
    )
    .addCommand(
      derivedCommand("datapass", "the draft of the DataPass requests: scopes, legal basis, retention", {
        data: dataPassDraft,
        markdown: dataPassMarkdown,
      }),
    )
    .addCommand(
      derivedCommand("record", "the entry of the record of processing activities (GDPR, article 30)", {
        data: recordOfProcessing,
        markdown: recordMarkdown,
      }),
    )
    .addCommand(
      derivedCommand("english", "the French texts that an English page would show as they are", {
        // The portal's catalogue comes with the portal: the other verbs need not wait for it.
        data: async (procedure) => {
          const { untranslated } = await import("../service/index.ts");
          return { title: procedure.title, missing: untranslated(procedure) };
        },
        markdown: ({ title, missing }) =>
          [
            `# ${title}\n`,
            missing.length === 0 ? "Every text has its English." : "To add to `english`:\n",
            ...missing.map((text) => `  ${JSON.stringify(text)}: "",`),
          ].join("\n"),
      }),
    )
    .addCommand(checkCommand());
}

const verb = (name: string, description: string): Command =>
  new Command(name).description(description).option("--json", "print data as JSON and nothing else");

const offering = (name: string, description: string): Command =>
  verb(name, description).option(
    "--file <module>",
    "a module of your own declarations (default: PROCEDURES_FILE, then those shipped)",
    process.env.PROCEDURES_FILE || undefined,
  );

const listCommand = () =>
  offering("list", "the procedures offered, with their level and what they read").action(
    async ({ file, json }: Flags) => {
      const procedures = await offeredProcedures(file);
      const rows = procedures.map(({ slug, title, version, level, sources }) => ({
        slug,
        title,
        version,
        level,
        routes: Object.values(sources).map(({ route }) => route),
      }));
      if (json) print(JSON.stringify(rows));
      else for (const row of rows) print([row.slug, row.level, row.title, row.routes.join(", ")].join("  "));
    },
  );

/** Of one procedure, or of all of them one after the other. */
function derivedCommand<Data>(name: string, description: string, { data, markdown }: Derived<Data>): Command {
  const command = offering(name, description).argument("[slug]", "one procedure; all of them without it");
  return command.action(async (slug: string | undefined, { file, json }: Flags) => {
    const procedures = await offeredProcedures(file);
    const asked = procedures.filter((procedure) => slug === undefined || procedure.slug === slug);
    if (asked.length === 0) {
      const known = procedures.map((procedure) => procedure.slug).join(", ");
      command.error(`error: "${slug}" is not offered; write one of ${known}`);
    }
    const derived = await Promise.all(asked.map((procedure) => data(procedure, collectivite(process.env))));
    if (json) print(JSON.stringify(slug === undefined ? derived : derived[0], null, 2));
    else print(derived.map(markdown).join("\n\n---\n\n"));
  });
}

/** As the portal knows it; what is not set stays to be filled in by hand. */
function collectivite(env: Readonly<Record<string, string | undefined>>): NoticeCollectivite {
  const { COLLECTIVITE_NAME: name, COLLECTIVITE_DPO: dpo, COLLECTIVITE_EMAIL: email } = env;
  return {
    name: name || "[nom de la collectivité]",
    contact: { ...(dpo && { dpo }), ...(email && { email }) },
  };
}

const checkCommand = () =>
  verb("check", "load a module of your own declarations, and say what is wrong with the line to change")
    .argument("<file>", "an ES module that exports procedures made with defineProcedure")
    .action(async (file: string, { json }: Flags) => {
      const { procedures, problems } = await loadProcedures(file).then(
        (loaded) => ({ procedures: loaded.map(({ slug }) => slug), problems: [] }),
        (error: unknown) => {
          if (error instanceof ProceduresFileError)
            return { procedures: [], problems: error.problems, error };
          throw error;
        },
      );
      if (json) print(JSON.stringify({ file, procedures, problems }));
      for (const slug of json ? [] : procedures) print(`ok  ${slug}`);
      for (const { file: where, line, at, hint } of json ? [] : problems) {
        printError(`${[where, line].filter((part) => part !== undefined).join(":")} ${at}: ${hint}`);
      }
      process.exitCode = problems.length === 0 ? 0 : 1;
    });
