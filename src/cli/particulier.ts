import { readFileSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import {
  type Answer,
  apiParticulier,
  isRouteName,
  type ParticulierRequest,
  ROUTE_NAMES,
  type RouteName,
} from "../particulier/index.ts";
import { readParticulierSettings } from "./particulier-settings.ts";
import { print } from "./print.ts";

export { checkParticulier, type ParticulierFinding } from "./particulier-check.ts";

interface Options {
  readonly identity?: NonNullable<ParticulierRequest["identity"]>;
  readonly accessToken?: string;
  readonly ine?: string;
  readonly identifiant?: string;
  readonly immatriculation?: string;
  readonly param: Parameters;
  readonly version?: NonNullable<ParticulierRequest["version"]>;
  readonly key?: string[];
  readonly json?: true;
}
type Parameters = Record<string, string | string[]>;

/**
 * `passerelle particulier ROUTE`: one call, for trying a habilitation. It reads the environment variables of
 * `npm start`; exit 0 for an answer about the person (found or not), 1 for anything else.
 */
export function particulierCommand(): Command {
  return new Command("particulier")
    .description("ask API Particulier once, to try a habilitation")
    .argument("<route>", `one of ${ROUTE_NAMES.join(", ")}`, toRoute)
    .option("--identity <file>", "JSON file with the identity, as in /auth/me", toIdentity)
    .option("--access-token <token>", "the citizen's FranceConnect token: calls …/france_connect")
    .option("--ine <ine>", "the student's national number")
    .option("--identifiant <identifiant>", "France Travail login, or SI Sports number")
    .option("--immatriculation <plate>", "the vehicle's plate")
    .option(
      "--param <name=value>",
      "another parameter; name[]=value for a list (repeatable)",
      toParameters,
      {},
    )
    .addOption(new Option("--version <version>", "where several are alive").choices(["v3", "v4", "v5"]))
    .option("--key <path>", "return only this key of the data (repeatable)", (key, keys: string[] = []) => [
      ...keys,
      key,
    ])
    .option("--json", "print the answer object and nothing else")
    .action(async (route: RouteName, options: Options) => {
      const settings = readParticulierSettings(process.env);
      const answer = await apiParticulier(settings).call(route, requestOf(options));
      print(options.json ? JSON.stringify(answer) : describe(route, answer));
      process.exitCode = ABOUT_THE_PERSON.has(answer.outcome) ? 0 : 1;
    });
}

const ABOUT_THE_PERSON: ReadonlySet<Answer<unknown>["outcome"]> = new Set([
  "found",
  "not_found",
  "unidentified",
]);

function requestOf(options: Options): ParticulierRequest {
  const { identity, accessToken, ine, identifiant, immatriculation, param, version, key } = options;
  return {
    // With the citizen's token the person is the token's, and …/france_connect is what is being tried.
    ...(identity === undefined || accessToken !== undefined ? {} : { identity }),
    ...(accessToken === undefined ? {} : { accessToken }),
    ...(ine === undefined ? {} : { ine }),
    ...(identifiant === undefined ? {} : { identifiant }),
    ...(immatriculation === undefined ? {} : { immatriculation }),
    ...(version === undefined ? {} : { version }),
    ...(key === undefined ? {} : { keys: key }),
    params: param,
  };
}

function toRoute(name: string): RouteName {
  if (!isRouteName(name)) throw new InvalidArgumentError(`It is one of ${ROUTE_NAMES.join(", ")}.`);
  return name;
}

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);
/** What is missing is for the call to say: here only the types are looked at. */
const identityFile = z.object({
  givenNames: z
    .array(z.string())
    .nullish()
    .transform((value) => value ?? []),
  familyName: z
    .string()
    .nullish()
    .transform((value) => value ?? ""),
  preferredUsername: text,
  gender: z
    .enum(["male", "female", "unspecified"])
    .nullish()
    .transform((value) => value ?? undefined),
  birthdate: z
    .string()
    .nullish()
    .transform((value) => value ?? ""),
  birthplace: text,
  birthcountry: text,
});

function toIdentity(path: string): Options["identity"] {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw new InvalidArgumentError("It must be the path of a readable JSON file.");
  }
  // The whole of /auth/me is accepted as well as its `identity`.
  const whole = z.object({ identity: z.object({}).loose() }).safeParse(json);
  const parsed = identityFile.safeParse(whole.success ? whole.data.identity : json);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join(".") || "the file itself");
    throw new InvalidArgumentError(
      `It must hold the identity object of /auth/me; wrong there: ${fields.join(", ")}.`,
    );
  }
  return Object.fromEntries(
    Object.entries(parsed.data).filter(([, value]) => value !== undefined),
  ) as unknown as NonNullable<Options["identity"]>;
}

function toParameters(pair: string, previous: Parameters): Parameters {
  const [, name, list, value] = /^([^=[\]]+)(\[\])?=(.*)$/s.exec(pair) ?? [];
  if (name === undefined || value === undefined)
    throw new InvalidArgumentError("It is name=value, or name[]=value.");
  const before = previous[name];
  return {
    ...previous,
    [name]: list === undefined ? value : [...(before === undefined ? [] : [before].flat()), value],
  };
}

function describe(route: RouteName, answer: Answer<unknown>): string {
  const { outcome, status, code, detail, requestId, provider } = answer;
  const facts = { status, code, detail, provider, "X-Request-ID": requestId };
  const lines = [`${route}: ${outcome}`];
  for (const [name, value] of Object.entries(facts))
    if (value !== undefined) lines.push(`  ${name}: ${value}`);
  if (answer.outcome !== "found") {
    if (answer.retryAfter !== undefined) lines.push(`  retry after: ${answer.retryAfter} s`);
    if (answer.operatorHint !== undefined) lines.push(`  ${answer.operatorHint}`);
    return lines.join("\n");
  }
  if (answer.drift !== undefined) lines.push(`  drift: ${answer.drift.join("; ")}`);
  return [...lines, JSON.stringify(answer.data, undefined, 2)].join("\n");
}
