import { loadProcedures, PROCEDURES, type Procedure } from "../procedures/index.ts";

/** Those of the file that `PROCEDURES_FILE` names, and those that come with the portal where it names none. */
export async function offeredProcedures(file: string | undefined): Promise<readonly Procedure[]> {
  return file ? loadProcedures(file) : PROCEDURES;
}
