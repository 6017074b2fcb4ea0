import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/** A file of this folder in a process of its own. */
export async function start<Hello>(
  file: string,
  args: readonly string[] = [],
): Promise<{ child: ChildProcess; hello: Hello }> {
  const child = fork(new URL(file, import.meta.url), [...args], {
    execArgv: ["--import", "tsx", "--expose-gc"],
  });
  process.once("exit", () => child.kill());
  const [hello] = (await once(child, "message")) as [Hello];
  return { child, hello };
}

export async function ask<Answer>(child: ChildProcess, message: object | string): Promise<Answer> {
  const answered = once(child, "message");
  child.send(message);
  const [answer] = (await answered) as [Answer];
  return answer;
}

interface Reply {
  readonly status: number;
  readonly location: string;
  readonly cookies: string;
}

function get(url: string, cookies = ""): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      { agent, headers: { accept: "text/html", ...(cookies && { cookie: cookies }) } },
      (res) => {
        res.resume();
        res.on("end", () => {
          const set = res.headers["set-cookie"] ?? [];
          const pairs = set.map((line) => line.split(";")[0]).join("; ");
          resolve({ status: res.statusCode ?? 0, location: res.headers.location ?? "", cookies: pairs });
        });
      },
    );
    call.on("error", reject).end();
  });
}

/** One complete login; the provider's own pages are not part of it: its code is the nonce. */
export async function login(baseUrl: string, level: string, isCompleted = true): Promise<void> {
  const started = await get(`${baseUrl}/auth/login?level=${level}`);
  if (!isCompleted) return;
  const asked = new URL(started.location);
  const back = new URL(asked.searchParams.get("redirect_uri") ?? "");
  back.searchParams.set("code", asked.searchParams.get("nonce") ?? "");
  back.searchParams.set("state", asked.searchParams.get("state") ?? "");
  back.searchParams.set("iss", `${asked.origin}${asked.pathname.replace("/authorize", "")}`);
  const done = await get(back.href, started.cookies);
  if (done.status !== 302 && done.status !== 303) throw new Error(`login failed: ${done.status}`);
}

/** `count` logins, `width` at a time. */
export async function logins(
  baseUrl: string,
  level: string,
  count: number,
  isCompleted = true,
  width = 8,
): Promise<void> {
  let left = count;
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await login(baseUrl, level, isCompleted);
    }
  };
  await Promise.all(Array.from({ length: width }, one));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
