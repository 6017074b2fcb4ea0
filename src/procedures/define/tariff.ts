import { splitFrom } from "../received.ts";
import { oneOf, problem, type Refusal } from "./problem.ts";

/** Figures that hold together, read from fields that exist and come from where the law says. */
export const tariff: Refusal = (declaration) => {
  const { checks = [], steps, sources } = declaration;
  const fields = steps.flatMap((step) => step.fields);
  // What is asked for each child has no single answer.
  const names = fields.filter(({ each }) => each === undefined).map(({ name }) => name);
  const unknown = (field: string): string => `"${field}" is no field; write one of ${oneOf(names)}`;
  const { reads = [], problems = [], onlyFrom = {} } = declaration.tariff ?? {};
  return [
    ...problems.map((hint) => problem("wrong_tariff", "tariff", hint)),
    ...reads
      .filter((field) => !names.includes(field))
      .map((field) => problem("unknown_field", "tariff", unknown(field))),
    ...Object.entries(onlyFrom).flatMap(([name, route]) => {
      const from = fields.find((field) => field.name === name)?.from ?? "";
      if (sources[splitFrom(from).source]?.route === route) return [];
      return [
        problem("wrong_base", "tariff", `"${name}" must come from "${route}", by the rule of this tariff`),
      ];
    }),
    ...checks
      .filter(({ field }) => !names.includes(field))
      .map(({ field }) => problem("unknown_field", "checks", unknown(field))),
  ];
};
