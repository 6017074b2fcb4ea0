import { rmSync } from "node:fs";
import { connect } from "node:net";
import { executable } from "./executable.ts";
import { requirement } from "./requirement.ts";
import { freePort, serverFolder, startServer, stopServer } from "./server-process.ts";

const binary = executable("redis-server") ?? executable("valkey-server");

/** Whether Redis is installed here. */
export const redisAvailable = (): boolean => requirement("Redis", binary, "apt-get install -y redis-server");

/** A Redis of our own, on a free port, which keeps nothing. */
export interface RedisServer {
  readonly url: string;
  /** Takes it away as a failing machine would; its port stays its own. */
  crash(): Promise<void>;
  /** Starts it again, empty, on the same port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRedis(): Promise<RedisServer> {
  if (binary === undefined) throw new Error("Redis is not installed");
  const folder = serverFolder("redis", {});
  const port = await freePort();
  const args = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--save",
    "",
    "--appendonly",
    "no",
    "--dir",
    folder,
  ];
  const start = () => startServer(binary, args, { cwd: folder }, () => reachable(port));
  let child = await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    crash: () => stopServer(child, "SIGKILL"),
    restart: async () => {
      child = await start();
    },
    stop: async () => {
      await stopServer(child, "SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function reachable(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.end();
      resolve();
    });
    socket.once("error", reject);
  });
}
