import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  keysOf,
  type Mode,
  ROUTE_NAMES,
  ROUTES,
  type Route,
  type Version,
} from "../../src/particulier/index.ts";
import { readErrorBody } from "../../src/particulier/read/error-body.ts";
import { officialDataAvailable, officialFile } from "../support/official-cases.ts";

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly nullable?: boolean;
  readonly example?: unknown;
  readonly maxItems?: number;
}
interface OpenApiParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}
interface Operation {
  readonly deprecated?: boolean;
  readonly parameters: readonly OpenApiParameter[];
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly content?: Readonly<
          Record<
            string,
            {
              readonly schema: Schema;
              readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
            }
          >
        >;
      }
    >
  >;
}

const described: Readonly<Record<string, Operation>> = officialDataAvailable()
  ? Object.fromEntries(
      Object.entries(
        (parse(officialFile("openapi-particulier.yaml")) as { paths: Record<string, { get: Operation }> })
          .paths,
      ).map(([path, { get }]) => [path, get]),
    )
  : {};

/** Paths newer than the published description, from the platform's own source. */
const NEWER = [
  "/v3/dss/allocation_rentree_scolaire/identite",
  "/v3/dss/allocation_rentree_scolaire/france_connect",
  "/v5/cnous/etudiant_boursier/identite",
  "/v5/cnous/etudiant_boursier/france_connect",
  "/v5/cnous/etudiant_boursier/ine",
];
/** Keys that the official answers have and the description has not, or that a version not described adds. */
const UNDESCRIBED = ["etablissement.nom", "ine"];
const named = (parameter: OpenApiParameter) => parameter.name.replace(/\[\]$/, "");

interface Row {
  readonly path: string;
  readonly route: Route;
  readonly version: Version;
  readonly mode: Mode;
}

const rows: readonly Row[] = ROUTE_NAMES.flatMap((name) => {
  const route: Route = ROUTES[name];
  return Object.entries(route.versions).flatMap(([version, { modes }]) =>
    Object.keys(modes).map((mode) => ({
      path: `/${version}/${route.resource}/${mode}`,
      route,
      version: version as Version,
      mode: mode as Mode,
    })),
  );
});
const shared = rows.filter(({ path }) => path in described);

function pathsIn(schema: Schema | undefined, prefix = ""): string[] {
  if (schema?.items !== undefined && schema.properties === undefined) return pathsIn(schema.items, prefix);
  return Object.entries(schema?.properties ?? {}).flatMap(([key, value]) => [
    prefix + key,
    ...pathsIn(value, `${prefix}${key}.`),
  ]);
}

/** A value as the schema describes it, from its own examples. */
function exampleOf(schema: Schema): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.properties !== undefined) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([key, value]) => [key, exampleOf(value)]),
    );
  }
  if (schema.items !== undefined) return [exampleOf(schema.items)];
  if (schema.enum !== undefined) return schema.enum[0];
  return { boolean: true, integer: 1, number: 1.5, object: {}, array: [] }[schema.type ?? ""] ?? "texte";
}

const dataOf = (path: string) =>
  described[path]?.responses["200"]?.content?.["application/json"]?.schema.properties?.data;

describe.skipIf(!officialDataAvailable())(
  "the table of routes against the published OpenAPI description",
  () => {
    it("has every path that is described", () => {
      const ours = rows.map(({ path }) => path);
      expect(Object.keys(described).filter((path) => !ours.includes(path))).toEqual([]);
    });

    it("has no other path than those, and the named newer ones", () => {
      expect(rows.map(({ path }) => path).filter((path) => !(path in described))).toEqual(NEWER);
    });

    it.each(shared.map((row) => [row.path, row] as const))(
      "%s takes the described parameters",
      (path, row) => {
        const ours = row.route.versions[row.version]?.modes[row.mode] ?? [];
        const theirs = described[path]?.parameters.filter(
          ({ in: place, name }) => place === "query" && name !== "recipient",
        );
        const summary = (name: string, required: boolean, list: boolean, most?: number) => ({
          name,
          required,
          list,
          most,
        });
        const byName = (left: { name: string }, right: { name: string }) =>
          left.name.localeCompare(right.name);
        expect(
          ours
            .map(({ name, required, kind, most }) => summary(name, required ?? false, kind === "list", most))
            .sort(byName),
        ).toEqual(
          theirs
            ?.map((parameter) => {
              const list = parameter.schema.type === "array";
              return summary(named(parameter), parameter.required ?? false, list, parameter.schema.maxItems);
            })
            .sort(byName),
        );
      },
    );

    it.each(shared.map((row) => [row.path, row] as const))(
      "%s accepts what the description accepts",
      (path, row) => {
        for (const parameter of described[path]?.parameters ?? []) {
          const ours = row.route.versions[row.version]?.modes[row.mode]?.find(
            ({ name }) => name === named(parameter),
          );
          const { schema } = parameter;
          const accepted = [schema.enum ?? schema.example ?? []].flat().map(String);
          for (const value of accepted)
            if (ours?.pattern) expect(value, parameter.name).toMatch(ours.pattern);
          if (schema.pattern !== undefined && ours !== undefined)
            expect(ours.pattern?.source).toBe(schema.pattern);
        }
      },
    );

    it.each(shared.map((row) => [row.path, row] as const))(
      "%s declares every key described",
      (path, { route }) => {
        const keys = keysOf(route.name as (typeof ROUTE_NAMES)[number]);
        expect(pathsIn(dataOf(path)).filter((key) => !keys.includes(key))).toEqual([]);
      },
    );

    it.each(ROUTE_NAMES.filter((name) => shared.some(({ route }) => route.name === name)))(
      "%s declares no key that no version describes",
      (name) => {
        const theirs = shared
          .filter(({ route }) => route.name === name)
          .flatMap(({ path }) => pathsIn(dataOf(path)));
        const unknown = keysOf(name).filter((key) => !theirs.includes(key) && !UNDESCRIBED.includes(key));
        expect(unknown).toEqual([]);
      },
    );

    it.each(shared.map((row) => [row.path, row] as const))(
      "%s: the described example parses",
      (path, { route }) => {
        const schema = dataOf(path);
        expect(schema).toBeDefined();
        expect(route.schema.safeParse(exampleOf(schema ?? {})).error?.issues).toBeUndefined();
      },
    );

    it.each(shared.map((row) => [row.path, row] as const))("%s: deprecation is known", (path, row) => {
      expect(row.route.versions[row.version]?.deprecated ?? false).toBe(described[path]?.deprecated ?? false);
    });

    it("reads every described error: code, detail, provider and pause", () => {
      const examples = Object.values(described).flatMap(({ responses }) =>
        Object.entries(responses)
          .filter(([status]) => status !== "200")
          .flatMap(([, { content }]) => Object.values(content?.["application/json"]?.examples ?? {}))
          .map(
            ({ value }) =>
              value as {
                errors: [{ code: string; detail: string; meta?: { provider?: string; retry_in?: number } }];
              },
          ),
      );
      expect(examples.length).toBeGreaterThan(300);
      for (const example of examples) {
        const { code, detail, meta } = example.errors[0];
        expect(readErrorBody(example)).toMatchObject({ code, detail });
        expect(readErrorBody(example)?.provider).toBe(meta?.provider);
        expect(readErrorBody(example)?.retryIn).toBe(meta?.retry_in);
      }
    });
  },
);
