import { createHash, randomInt } from "node:crypto";
import type { Request } from "express";
import type { Owner } from "../../dossiers/index.ts";

declare module "express-session" {
  interface SessionData {
    /** The codes of the demands begun or found again in this session without FranceConnect, the latest last. */
    codes?: readonly string[];
  }
}

/** Neither vowels, so that no word comes out, nor what is confused when read aloud or written by hand. */
const LETTERS = "23456789CDFGHJKMNPQRTVWXY";
/** 24 letters out of 25 are 111 bits: nobody finds one by trying. */
const LENGTH = 24;
const GROUP = 4;
const CODE = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);
/** As many demands as one session remembers. */
const MOST = 20;

/** A code that opens one demand again, without FranceConnect and without e-mail: `7F3K-9C2M-…`. */
export function newResumeCode(random: (bound: number) => number = randomInt): string {
  return inGroups(Array.from({ length: LENGTH }, () => LETTERS[random(LETTERS.length)]).join(""));
}

const inGroups = (letters: string): string =>
  letters.match(new RegExp(`.{${GROUP}}`, "g"))?.join("-") ?? letters;

/** A code as somebody typed it: small letters, other dashes, spaces or none. Undefined where it is none. */
export function readResumeCode(typed: unknown): string | undefined {
  if (typeof typed !== "string") return undefined;
  const letters = typed.toUpperCase().replace(/[^\dA-Z]/g, "");
  return CODE.test(letters) ? inGroups(letters) : undefined;
}

/** Whose a demand with this code is. Only the hash is kept with it: the database gives no code back. */
export function ownerOfCode(code: string): Owner {
  return { platform: "session", sub: createHash("sha256").update(code).digest("base64url") };
}

/** The code of this session that opens what this owner has. */
export function codeOf(req: Request, { sub }: Owner): string | undefined {
  return req.session?.codes?.find((code) => ownerOfCode(code).sub === sub);
}

/** From now on this session opens what the code opens. */
export function rememberCode(req: Request, code: string): void {
  const others = (req.session.codes ?? []).filter((known) => known !== code);
  req.session.codes = [...others, code].slice(-MOST);
}
