import { createOnboarding } from "../../src/onboarding/index.ts";
import { openDatabase } from "../../src/storage/index.ts";

/** A process that imports one file and nothing else, and tells what that took: `_import.ts URL FILE`. */
const [url = "", path = ""] = process.argv.slice(2);
const store = await openDatabase(url);
const onboarding = createOnboarding({ store, now: () => new Date() });
const [start, before] = [performance.now(), process.cpuUsage()];
await onboarding.importOwnCsv({ path });
const seconds = (performance.now() - start) / 1_000;
const { user, system } = process.cpuUsage(before);
await store.close();
process.stdout.write(
  JSON.stringify({ seconds, work: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1_024 }),
);
