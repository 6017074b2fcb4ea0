import {
  isAllowed,
  isRouteName,
  keysOf,
  ROUTE_NAMES,
  ROUTES,
  type Route,
  USE_CASES,
  type UseCaseId,
} from "../../particulier/index.ts";
import type { ProcedureDeclaration, SourceDeclaration } from "../declaration.ts";
import type { DeclarationProblem } from "../error.ts";
import { blanks, oneOf, problem, type Refusal } from "./problem.ts";

function allowedRoutes(useCase: UseCaseId): string[] {
  return ROUTE_NAMES.filter((route) => isAllowed(useCase, route));
}

function routeProblems(at: string, { route }: SourceDeclaration, useCase?: UseCaseId): DeclarationProblem[] {
  if (!isRouteName(route)) {
    return [
      problem("unknown_route", `${at}.route`, `"${route}" is no route; write one of ${oneOf(ROUTE_NAMES)}`),
    ];
  }
  if (useCase === undefined || !Object.hasOwn(USE_CASES, useCase) || isAllowed(useCase, route)) return [];
  const allowed = allowedRoutes(useCase);
  return [
    problem(
      "forbidden_route",
      `${at}.route`,
      `the official use case "${useCase}" forbids "${route}"; it allows ${oneOf(allowed)}`,
    ),
  ];
}

function keyProblems(at: string, name: string, source: SourceDeclaration, declaration: ProcedureDeclaration) {
  if (!isRouteName(source.route)) return [];
  const known = keysOf(source.route);
  if (source.keys.length === 0)
    return [problem("no_key", `${at}.keys`, `write the keys needed: ${oneOf(known)}`)];
  const reads = declaration.steps.flatMap(({ fields }) => fields.map(({ from }) => from ?? ""));
  return source.keys.flatMap((key) => {
    if (!known.includes(key)) {
      const hint = `"${key}" is no key of "${source.route}"; write one of ${oneOf(known)}`;
      return [problem("unknown_key", `${at}.keys`, hint)];
    }
    if (reads.some((from) => `${from}.`.startsWith(`${name}.${key}.`))) return [];
    const hint = `no field reads "${key}"; remove it, or write from: "${name}.${key}" in a field`;
    return [problem("unread_key", `${at}.keys`, hint)];
  });
}

function needProblems(at: string, source: SourceDeclaration, declaration: ProcedureDeclaration) {
  const fields = declaration.steps.flatMap((step) => step.fields);
  const names = fields.filter(({ each }) => each === undefined).map(({ name }) => name);
  return Object.entries(source.needs ?? {})
    .filter(([, field]) => !names.includes(field))
    .map(([parameter, field]) =>
      problem(
        "unknown_field",
        `${at}.needs.${parameter}`,
        `"${field}" is no field; write one of ${oneOf(names)}`,
      ),
    );
}

function aboutProblems(at: string, source: SourceDeclaration, { steps }: ProcedureDeclaration) {
  const { about, route, allowUncheckedIdentity } = source;
  if (about === undefined) return [];
  const child = steps.flatMap(({ fields }) => fields).find(({ name }) => name === about);
  const named = child?.kind === "children" && child.from !== undefined && child.max === 1;
  const { versions, version }: Partial<Route> = isRouteName(route) ? ROUTES[route] : {};
  const modes = version === undefined ? { identite: [] } : versions?.[version]?.modes;
  return [
    ...(named
      ? []
      : [
          problem(
            "wrong_child",
            `${at}.about`,
            `"${about}" does not name one child; write a "children" field with max: 1 that another source fills`,
          ),
        ]),
    ...(modes?.identite === undefined
      ? [
          problem(
            "wrong_child",
            `${at}.about`,
            `"${route}" only answers about whoever is logged in; remove it`,
          ),
        ]
      : []),
    ...(allowUncheckedIdentity === undefined
      ? []
      : [
          problem(
            "unchecked_child",
            `${at}.allowUncheckedIdentity`,
            "an answer about a child must name that child; remove this line",
          ),
        ]),
  ];
}

/** Only what the use case allows, only what a field reads, and always another way to give it. */
export const sources: Refusal = (declaration) => {
  const { useCase } = declaration;
  const named = Object.entries(declaration.sources);
  const cases = Object.keys(USE_CASES);
  const unknownCase = useCase !== undefined && !cases.includes(useCase);
  return [
    ...(useCase === undefined && named.length > 0
      ? [problem("no_use_case", "useCase", `sources need an official use case; write one of ${oneOf(cases)}`)]
      : []),
    ...(unknownCase
      ? [problem("unknown_use_case", "useCase", `"${useCase}" is no use case; write one of ${oneOf(cases)}`)]
      : []),
    ...named.flatMap(([name, source]) => {
      const at = `sources.${name}`;
      const { ifMissing } = source;
      const alternative = "document" in ifMissing ? ifMissing.document : ifMissing.declaration;
      return [
        ...(/^[a-z][a-zA-Z0-9]*$/.test(name) && name !== "identity"
          ? []
          : [
              problem(
                "wrong_name",
                at,
                `"${name}" cannot name a source; write letters and digits, not "identity"`,
              ),
            ]),
        ...routeProblems(at, source, useCase),
        ...keyProblems(at, name, source, declaration),
        ...needProblems(at, source, declaration),
        ...aboutProblems(at, source, declaration),
        ...blanks({ [`${at}.why`]: source.why }, "complete « pour… »: « calculer votre tarif »"),
        ...(alternative.trim() === ""
          ? [
              problem(
                "no_alternative",
                `${at}.ifMissing`,
                "nobody may be blocked; write { document: « Attestation… » } or { declaration: « Je certifie… » }",
              ),
            ]
          : []),
      ];
    }),
  ];
};
