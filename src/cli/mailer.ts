import { createTransport } from "nodemailer";
import type { MailSettings } from "../service/index.ts";

/** A letter in plain text. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Hands letters to the mail server. */
export interface Mailer {
  /** @throws the server's refusal, or what kept it from answering */
  send(letter: Letter): Promise<void>;
  close(): void;
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
/** Milliseconds: a server that says nothing must not hold the others' letters. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 } as const;

/** Opens the way out. Beyond this machine nothing leaves in clear. */
export function openMailer({ url, from }: MailSettings): Mailer {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  const transport = createTransport(
    {
      host: hostname.replace(/^\[|\]$/g, ""),
      port: Number(port || (secure ? 465 : 587)),
      secure,
      requireTLS: !secure && !LOOPBACK.has(hostname),
      ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
      ...PATIENCE,
    },
    { from, headers: { "Auto-Submitted": "auto-generated" } },
  );
  return {
    send: async (letter) => {
      await transport.sendMail({ ...letter });
    },
    close: () => transport.close(),
  };
}
