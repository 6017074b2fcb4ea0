import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { Visitor } from "../support/visitor.ts";

/**
 * Logs a citizen in to an Express application into which the packed package was installed, at the simulator that came
 * with it: `tsx test/walk/packed.ts DIRECTORY`. Nothing of this repository's source is loaded by either.
 */
const directory = process.argv[2] ?? ".";
const children: ChildProcess[] = [];

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

function start(command: string, args: readonly string[], env: Record<string, string>): ChildProcess {
  const child = spawn(command, args, {
    cwd: directory,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return child;
}

const ANY_PORT = {
  SIMULATOR_FRANCECONNECT_PORT: "0",
  SIMULATOR_FRANCECONNECT_PLUS_PORT: "0",
  SIMULATOR_PROCONNECT_PORT: "0",
  SIMULATOR_PARTICULIER_PORT: "0",
};

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("nothing is piped");
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return String(line);
}

async function walk(): Promise<void> {
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const bin = "node_modules/.bin/passerelle";
  const simulator = start(bin, ["simulator", "--json", "--auto", "test"], {
    ...ANY_PORT,
    PORT: String(port),
  });
  const { franceconnect } = JSON.parse(await firstLine(simulator));
  const [client] = franceconnect.clients;
  start(process.execPath, ["app.js"], {
    BASE_URL: baseUrl,
    SESSION_SECRET: "a secret for one walk, 32 characters long",
    FRANCECONNECT_ISSUER: franceconnect.issuer,
    FRANCECONNECT_CLIENT_ID: client.client_id,
    FRANCECONNECT_CLIENT_SECRET: client.client_secret,
  });
  const visitor = new Visitor();
  for (let tries = 0; ; tries += 1) {
    const page = await visitor.get(`${baseUrl}/cantine`).catch(() => undefined);
    if (page?.html.includes('"familyName":"DUBOIS"')) {
      process.stdout.write(`  ${page.html}\n  The packed package logged a citizen in.\n`);
      return;
    }
    if (tries >= 40)
      throw new Error(page ? `${page.status} ${page.url}\n${page.text}` : `${baseUrl} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

try {
  await walk();
} finally {
  for (const child of children) child.kill();
}
