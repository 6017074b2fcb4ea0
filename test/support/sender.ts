import { createInterface } from "node:readline";
import { createDossiers, type Owner } from "../../src/dossiers/index.ts";
import { createVault, openDatabase } from "../../src/storage/index.ts";
import { PDF } from "./documents.ts";
import { formWithFiles, stateOf } from "./dossiers.ts";

/**
 * A portal that does nothing but send, until it is killed. Reads its orders (JSON, one line) from standard input;
 * prints `draft <id>` when a citizen has begun, `joined <id>` when they know their document is kept, and `sent <id> <number>` when they have been told so.
 */
export interface Orders {
  readonly url: string;
  readonly key: string;
  readonly collectivite: string;
  /** Sent before, perhaps: the answer was never seen. Given as owner and draft. */
  readonly again: readonly (readonly [sub: string, id: string])[];
  /** Which new citizens come; none where absent. */
  readonly citizens?: string;
}

const IN_FLIGHT = 4;

const say = (line: string) =>
  new Promise<void>((resolve) => process.stdout.write(`${line}\n`, () => resolve()));

for await (const line of createInterface({ input: process.stdin })) await obey(JSON.parse(line) as Orders);

async function obey({ url, key, collectivite, again, citizens }: Orders): Promise<void> {
  const store = await openDatabase(url);
  const dossiers = createDossiers({ store, vault: createVault({ key }), now: () => new Date() });
  const { documents } = dossiers;
  const send = async (owner: Owner, id: string) => {
    const { number } = await dossiers.send({
      collectivite,
      owners: [owner],
      id,
      form: formWithFiles(await documents.list({ collectivite, owners: [owner], id }), "transport"),
      applicant: "Angela DUBOIS",
      retentionMonths: 12,
    });
    await say(`sent ${owner.sub} ${id} ${number}`);
  };
  for (const [sub, id] of again) await send({ platform: "franceconnect", sub }, id);
  let count = 0;
  const serve = async () => {
    while (citizens !== undefined) {
      const owner = { platform: "franceconnect", sub: `${citizens}-${count++}` } as const;
      const draft = await dossiers.drafts.open({
        collectivite,
        procedure: "transport",
        owner,
        initial: stateOf({}, "transport"),
      });
      await say(`draft ${owner.sub} ${draft.id}`);
      const file = { name: "attestation.pdf", bytes: PDF };
      await documents.keep({ collectivite, owners: [owner], id: draft.id, field: "attestation", file });
      await say(`joined ${owner.sub} ${draft.id}`);
      await send(owner, draft.id);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, serve));
  await store.close();
}
