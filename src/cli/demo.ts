import { Command } from "commander";
import { startService } from "../service/index.ts";
import { startSimulator } from "../simulator/index.ts";
import { demoSettings, simulatorPorts } from "./demo-settings.ts";
import { demoWelcome } from "./demo-welcome.ts";
import { offeredProcedures } from "./offered-procedures.ts";
import { print } from "./print.ts";
import { untilStopped } from "./stop.ts";

/** `passerelle demo`: the portal and the State it talks to, on this machine, with nothing to configure. */
export function demoCommand(): Command {
  return new Command("demo")
    .description("start the whole thing on localhost: the portal and the simulators, no account, no network")
    .option("--data <dir>", "where its database, its secrets and its keys are kept", "data/demo")
    .action(async ({ data }: { data: string }) => {
      const procedures = await offeredProcedures(process.env.PROCEDURES_FILE);
      const stopped = untilStopped();
      const port = Number(process.env.PORT ?? 3000);
      const simulator = await startSimulator({
        ports: simulatorPorts(process.env),
        serviceUrl: `http://localhost:${port}`,
      });
      try {
        const settings = await demoSettings({ simulator, port, data });
        const service = await startService(settings, { procedures });
        for (const line of demoWelcome(settings.baseUrl, simulator)) print(line);
        await stopped;
        print("\nOn s’arrête. Ce qui a été enregistré ou envoyé est gardé pour la prochaine fois.");
        await service.close();
      } finally {
        await simulator.close();
      }
    });
}
