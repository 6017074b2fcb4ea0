import { createOnboarding } from "../../src/onboarding/index.ts";
import { openDatabase } from "../../src/storage/index.ts";

/** A process that imports a file and dies by SIGKILL as soon as this many lines were read: `importer.ts URL FILE LINES`. */
const [url = "", path = "", lines = ""] = process.argv.slice(2);
const store = await openDatabase(url);
const onboarding = createOnboarding({ store, now: () => new Date() });
await onboarding.importOwnCsv({
  path,
  onProgress: (done) => {
    if (done >= Number(lines)) process.kill(process.pid, "SIGKILL");
  },
});
await store.close();
