import type { Store } from "../../storage/index.ts";
import type { ImportReport } from "./report.ts";

const SHOWN = 20;

/** What the last imports did, the latest first. */
export async function listReports(store: Store): Promise<readonly ImportReport[]> {
  const rows = await store.db
    .selectFrom("onboarding_imports")
    .select("report")
    .orderBy("at", "desc")
    .limit(SHOWN)
    .execute();
  return rows.map(({ report }) => JSON.parse(report) as ImportReport);
}
