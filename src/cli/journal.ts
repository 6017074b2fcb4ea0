import { Command } from "commander";
import { createCollectivites } from "../collectivites/index.ts";
import { createDossiers } from "../dossiers/index.ts";
import { readSettings } from "../service/index.ts";
import { createVault, openDatabase } from "../storage/index.ts";
import { print } from "./print.ts";

/** `passerelle journal verify`: proves that nobody has rewritten the journal of accesses. */
export function journalCommand(): Command {
  return new Command("journal").description("the journal of agents' accesses").addCommand(verifyCommand());
}

function verifyCommand(): Command {
  return new Command("verify")
    .description("check the chain of every collectivité, and name the first broken row")
    .option("--json", "print the verdicts as JSON and nothing else")
    .action(async ({ json }: { json?: true }) => {
      const { databaseUrl, encryptionKeys } = readSettings(process.env);
      const [key = "", ...previousKeys] = encryptionKeys;
      const store = await openDatabase(databaseUrl);
      try {
        const tools = { store, vault: createVault({ key, previousKeys }), now: () => new Date() };
        const { journal } = createDossiers(tools);
        const collectivites = await createCollectivites(tools).list();
        const verdicts = await Promise.all(
          collectivites.map(async ({ id, name }) => ({
            name,
            ...(await journal.verify({ collectivite: id })),
          })),
        );
        if (json) print(JSON.stringify(verdicts));
        else for (const verdict of verdicts) print(inWords(verdict));
        process.exitCode = verdicts.every(({ intact }) => intact) ? 0 : 1;
      } finally {
        await store.close();
      }
    });
}

type Verdict = { readonly name: string } & Awaited<
  ReturnType<ReturnType<typeof createDossiers>["journal"]["verify"]>
>;

/** The last hash, noted elsewhere, proves later that nothing was taken off the end. */
function inWords(verdict: Verdict): string {
  return verdict.intact
    ? `${verdict.name}: intact, ${verdict.rows} rows, the last is ${verdict.sequence} (${verdict.hash})`
    : `${verdict.name}: BROKEN at row ${verdict.sequence} (${verdict.problem})`;
}
