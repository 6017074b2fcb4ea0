import type { ChildProcess } from "node:child_process";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { executable, postgresFolders } from "./executable.ts";
import { requirement } from "./requirement.ts";
import { freePort, serverFolder, startServer, stopServer, unprivileged } from "./server-process.ts";

const binary = executable("postgres", postgresFolders());

/** Whether PostgreSQL is installed here. */
export const postgresAvailable = (): boolean =>
  requirement("PostgreSQL", binary, "apt-get install -y postgresql");

/** A PostgreSQL of our own, on a free port, in a temporary folder. */
export interface PostgresServer {
  /** URL of a new database: empty, or a copy of another one that nobody is connected to. */
  createDatabase(template?: string): Promise<string>;
  /** Takes it away as a failing machine would; its port stays its own. */
  crash(): Promise<void>;
  /** Starts it again on the same port and data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one. `durable`: with fsync, as in production; without, it is faster and forgets when the power fails. */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  if (binary === undefined) throw new Error("PostgreSQL is not installed");
  const user = unprivileged();
  const folder = serverFolder("postgres", user);
  const data = join(folder, "data");
  execFileSync(
    join(binary, "..", "initdb"),
    ["-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync", "--no-instructions"],
    { ...user, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  const port = await freePort();
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: folder,
    max_connections: "60",
    shared_buffers: "32MB",
    fsync: durable ? "on" : "off",
    synchronous_commit: durable ? "on" : "off",
    full_page_writes: durable ? "on" : "off",
  };
  const args = [
    "-D",
    data,
    "-p",
    String(port),
    ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]),
  ];
  const url = (database: string) => `postgres://test@127.0.0.1:${port}/${database}`;
  const start = (): Promise<ChildProcess> =>
    startServer(binary, args, { ...user, cwd: folder }, () => query(url("postgres"), "select 1"));
  let child = await start();
  return {
    createDatabase: async (template = url("template1")) => {
      const name = `test_${randomBytes(6).toString("hex")}`;
      await query(url("postgres"), `create database ${name} template ${new URL(template).pathname.slice(1)}`);
      return url(name);
    },
    crash: () => stopServer(child, "SIGQUIT"),
    restart: async () => {
      child = await start();
    },
    stop: async () => {
      await stopServer(child, "SIGQUIT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function query(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}
