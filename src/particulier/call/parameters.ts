import type { NoData } from "../answer.ts";
import { comesFromIdentity, fromIdentity, type ParameterValue } from "../identity/parameters.ts";
import { type ProblemCode, problem } from "../problems.ts";
import type { ParticulierRequest } from "../request.ts";
import type { Mode, Parameter, Route } from "../route.ts";

/**
 * The query of a call, checked before anything is sent: what the caller states in `params` wins, then what
 * designates the person, then what the identity says.
 */
export function queryOf(
  route: Route,
  mode: Mode,
  parameters: readonly Parameter[],
  request: ParticulierRequest,
): URLSearchParams | NoData {
  const stated = statedBy(request);
  const unknown = [...stated.keys()].filter(
    (name) => !parameters.some((parameter) => parameter.name === name),
  );
  const foreign = unknown.filter((name) => !DESIGNATIONS.includes(name));
  if (foreign.length > 0) {
    const known = parameters.map((parameter) => parameter.name).join(", ") || "none";
    return problem(route, "parameter_unknown", { precisely: `${foreign.join(", ")}; it takes: ${known}` });
  }
  const query = new URLSearchParams();
  for (const parameter of parameters) {
    const value = stated.get(parameter.name) ?? derived(parameter, mode, request);
    const flaw = value === undefined ? missing(parameter) : broken(parameter, value);
    if (flaw !== undefined) return problem(route, ...flaw);
    if (value !== undefined) append(query, parameter, value);
  }
  return exactlyOne(route, query) ?? together(route, parameters, query) ?? query;
}

const DESIGNATIONS: readonly string[] = ["ine", "identifiant", "immatriculation"];

function statedBy(request: ParticulierRequest): Map<string, ParameterValue> {
  const stated = new Map<string, ParameterValue>();
  for (const [name, value] of Object.entries(request.params ?? {})) {
    stated.set(name.replace(/\[\]$/, ""), typeof value === "object" ? value : String(value));
  }
  const { ine, identifiant, immatriculation } = request;
  for (const [name, value] of Object.entries({ ine, identifiant, immatriculation })) {
    if (value !== undefined) stated.set(name, value.trim());
  }
  return stated;
}

function derived(parameter: Parameter, mode: Mode, request: ParticulierRequest): ParameterValue | undefined {
  if (mode !== "identite" || request.identity === undefined) return undefined;
  const value = fromIdentity(parameter, request.identity);
  if (value === undefined || typeof value === "string") return value;
  return parameter.most === undefined ? value : value.slice(0, parameter.most);
}

type Flaw = [ProblemCode, { precisely: string }];

const BIRTH_DATE: readonly string[] = ["anneeDateNaissance", "moisDateNaissance", "jourDateNaissance"];

function missing(parameter: Parameter): Flaw | undefined {
  if (parameter.required === undefined) return undefined;
  const code = BIRTH_DATE.includes(parameter.name)
    ? "birthdate_partial"
    : comesFromIdentity(parameter.name)
      ? "identity_incomplete"
      : "parameter_missing";
  return [code, { precisely: `${parameter.name}, for example ${parameter.example}` }];
}

function broken(parameter: Parameter, value: ParameterValue): Flaw | undefined {
  const items = [value].flat();
  const fits =
    (parameter.kind === "list" || items.length === 1) &&
    items.length > 0 &&
    items.length <= (parameter.most ?? Number.POSITIVE_INFINITY) &&
    items.every((item) => item !== "" && item.length <= LONGEST && (parameter.pattern?.test(item) ?? true));
  if (fits) return undefined;
  const limit = parameter.most === undefined ? "" : `, at most ${parameter.most}`;
  return ["parameter_invalid", { precisely: `${parameter.name}, for example ${parameter.example}${limit}` }];
}

const LONGEST = 255;

/** Rails reads `name[]=A&name[]=B`: one pair of brackets per item. */
function append(query: URLSearchParams, parameter: Parameter, value: ParameterValue): void {
  if (parameter.kind !== "list") query.append(parameter.name, String(value));
  else for (const item of [value].flat()) query.append(`${parameter.name}[]`, item);
}

function exactlyOne(route: Route, query: URLSearchParams): NoData | undefined {
  const group = route.exactlyOne ?? [];
  const given = group.filter((name) => has(query, name));
  if (group.length === 0 || given.length === 1) return undefined;
  return problem(route, given.length === 0 ? "parameter_missing" : "parameter_invalid", {
    precisely: `exactly one of ${group.join(", ")}`,
  });
}

function together(
  route: Route,
  parameters: readonly Parameter[],
  query: URLSearchParams,
): NoData | undefined {
  const lacking = parameters.find(
    ({ name, with: other }) => other !== undefined && has(query, name) && !has(query, other),
  );
  if (lacking === undefined) return undefined;
  return problem(route, "parameter_missing", { precisely: `${lacking.with}, along with ${lacking.name}` });
}

function has(query: URLSearchParams, name: string): boolean {
  return query.has(name) || query.has(`${name}[]`);
}
