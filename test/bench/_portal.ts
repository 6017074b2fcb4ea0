import { type Settings, startService } from "../../src/service/index.ts";

/** The portal alone in a process, on settings that the benchmark made; tells its CPU and its memory when asked. */
const settings = JSON.parse(process.argv[2] ?? "{}") as Settings;
await startService(settings);
process.send?.(true);

process.on("message", () => {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system, rss: process.memoryUsage.rss() });
});
