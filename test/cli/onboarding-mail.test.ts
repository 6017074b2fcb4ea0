import { mkdtemp } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createOnboarding } from "../../src/onboarding/index.ts";
import { migrate, openDatabase } from "../../src/storage/index.ts";
import { smallRegistry } from "../onboarding/support.ts";
import { passerelle } from "../support/passerelle.ts";

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly message: string;
}

const USER = "suivi";
const PASSWORD = "p@ss/word";
const REFUSED = "plein@exemple.fr";

/** Quoted-printable, as RFC 2045 §6.7 has it. */
const decoded = (message: string) =>
  Buffer.from(
    message
      .replace(/=\r\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

describe("passerelle onboarding digest --send", () => {
  let server: SMTPServer;
  let received: Received[] = [];
  let database: string;
  let mail: Record<string, string>;

  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: false,
      allowInsecureAuth: true,
      disabledCommands: ["STARTTLS"],
      onAuth: ({ username, password }, _session, done) =>
        username === USER && password === PASSWORD ? done(null, { user: USER }) : done(new Error("who?")),
      onRcptTo: ({ address }, _session, done) =>
        done(address === REFUSED ? new Error("mailbox full") : undefined),
      onData: (stream, { envelope }, done) => {
        text(stream).then((message) => {
          const from = envelope.mailFrom ? envelope.mailFrom.address : "";
          received.push({ from, to: envelope.rcptTo.map(({ address }) => address), message });
          done();
        }, done);
      },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.server.address() as AddressInfo;
    mail = {
      SMTP_URL: `smtp://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`,
      MAIL_FROM: "deploiement@exemple.fr",
    };
    database = `file:${join(await mkdtemp(join(tmpdir(), "passerelle-mail-")), "tracker.db")}`;
    const store = await openDatabase(database);
    await migrate(store);
    await smallRegistry(store);
    const onboarding = createOnboarding({ store, now: () => new Date() });
    const told = (territory: string, evidence: Record<string, string>) =>
      onboarding.tell({ territory, milestone: "vendor", at: "2021-01-01", source: "agent", evidence });
    await told("213300635", { opsn: "numerique33" });
    await told("213105554", { vendor: "aiga" });
    await told("212400980", {});
    await store.close();
    const name = ["--kind", "opsn", "--email", "suivi@numerique33.example", "--name", "Numérique 33"];
    await run(["operator", "numerique33", ...name], {});
    await run(["operator", "aiga", "--kind", "vendor", "--name", "Aiga"], {});
  });
  afterAll(() => new Promise<void>((resolve) => void server.close(resolve)));
  beforeEach(() => {
    received = [];
  });

  const run = (args: readonly string[], environment: Record<string, string> = mail) =>
    passerelle(["onboarding", ...args, "--database", database], environment);

  it("sends each operator its own and nobody else's; the rest goes to the one named with --to", async () => {
    const { code, stdout } = await run(["digest", "--send", "--to", "programme@exemple.fr"]);
    expect([code, stdout]).toEqual([0, ""]);
    const letters = received.map(({ from, to, message }) => ({ from, to, message: decoded(message) }));
    expect(letters.map(({ from, to }) => [from, ...to])).toEqual([
      ["deploiement@exemple.fr", "programme@exemple.fr"],
      ["deploiement@exemple.fr", "suivi@numerique33.example"],
      ["deploiement@exemple.fr", "programme@exemple.fr"],
    ]);
    const names = ["Toulouse", "Bordeaux", "Champcevinel"];
    letters.forEach(({ message }, index) => {
      expect(names.filter((name) => message.includes(name))).toEqual([names[index]]);
      expect(message).toMatch(/- \S+\s: attend « Délibération » depuis \d+ jours/);
      expect(message).toContain("Auto-Submitted: auto-generated");
    });
  });

  it("prints and says so where no mail server is set", async () => {
    const { code, stdout, stderr } = await run(["digest", "--send"], {});
    expect(code).toBe(0);
    expect(stdout).toContain("Numérique 33 (numerique33)\n  Bordeaux : attend");
    expect(stderr).toContain("SMTP_URL and MAIL_FROM are not set");
    expect(received).toEqual([]);
  });

  it("prints what has no address, and exits with 1: nothing is lost in silence", async () => {
    const { code, stdout, stderr } = await run(["digest", "--send"]);
    expect(code).toBe(1);
    expect(received.map(({ to }) => to)).toEqual([["suivi@numerique33.example"]]);
    expect(stdout).toMatch(/^Aiga \(aiga\)\n {2}Toulouse : .*\nSans opérateur\n {2}Champcevinel : /);
    expect(stderr).toContain("Aiga: not sent (no address");
  });

  it("sends the others where the server refuses one, and prints that one", async () => {
    await run(["operator", "aiga", "--email", REFUSED], {});
    const { code, stdout, stderr } = await run(["digest", "--send", "--to", "programme@exemple.fr"]);
    expect(code).toBe(1);
    expect(received.map(({ to }) => to)).toEqual([["suivi@numerique33.example"], ["programme@exemple.fr"]]);
    expect(stdout).toContain("Aiga (aiga)");
    expect(stderr).toContain("Aiga: not sent");
  });

  it("says what is wrong with the mail server's settings before it begins", async () => {
    const half = await run(["digest", "--send"], { SMTP_URL: mail.SMTP_URL ?? "" });
    expect([half.code, half.stderr]).toEqual([1, expect.stringContaining("MAIL_FROM: is missing")]);
    const wrong = await run(["digest", "--send"], { SMTP_URL: "http://mail", MAIL_FROM: "nobody" });
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toMatch(/SMTP_URL: must be smtps:.*\n.*MAIL_FROM: must be an e-mail address/);
  });

  it("sends nothing in the name of somebody whom the server does not know", async () => {
    const { port } = new URL(mail.SMTP_URL ?? "");
    const stranger = { ...mail, SMTP_URL: `smtp://${USER}:wrong@127.0.0.1:${port}` };
    const { code, stderr } = await run(["digest", "--send"], stranger);
    expect([code, received]).toEqual([1, []]);
    expect(stderr).not.toContain("wrong@");
  });
});

describe("passerelle onboarding operator", () => {
  it("adds one, says more of it, and lists them; refuses what cannot be one", async () => {
    const database = `file:${join(await mkdtemp(join(tmpdir(), "passerelle-operator-")), "tracker.db")}`;
    const run = (...args: readonly string[]) => passerelle(["onboarding", ...args, "--database", database]);
    expect((await run("operator", "megalis", "--name", "Mégalis")).code).toBe(2);
    expect((await run("operator", "megalis", "--name", "Mégalis", "--kind", "opsn")).code).toBe(0);
    expect((await run("operator", "megalis", "--email", "suivi@megalis.example")).code).toBe(0);
    expect((await run("operator", "megalis", "--name", "Mégalis Bretagne")).code).toBe(0);
    expect((await run("operators")).stdout).toBe("megalis: Mégalis Bretagne (opsn), suivi@megalis.example\n");
    for (const wrong of [["Méga"], ["megalis", "--email", "nobody"], ["megalis", "--siret", "123"]])
      expect((await run("operator", ...wrong)).code).toBe(2);
  });
});
