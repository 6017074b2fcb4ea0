import { Command } from "commander";
import { readSettings, startService } from "../service/index.ts";
import { offeredProcedures } from "./offered-procedures.ts";
import { printError } from "./print.ts";
import { untilStopped } from "./stop.ts";

/** `passerelle start`: the reference service, configured by the environment alone. */
export function startCommand(): Command {
  return new Command("start")
    .description("start the reference portal, configured by environment variables")
    .action(async () => {
      const settings = readSettings(process.env);
      const procedures = await offeredProcedures(settings.proceduresFile);
      const stopped = untilStopped();
      const service = await startService(settings, { procedures });
      printError(`Listening on ${settings.baseUrl} (port ${service.port})`);
      await stopped;
      await service.close();
    });
}
