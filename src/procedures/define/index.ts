import type { Field, FieldDeclaration, Procedure, ProcedureDeclaration, Step } from "../declaration.ts";
import { ProcedureError } from "../error.ts";
import { stepsForOthers } from "../others/steps-for-others.ts";
import { splitFrom } from "../received.ts";
import { fields } from "./fields.ts";
import { legal } from "./legal.ts";
import { locate } from "./locate.ts";
import { others } from "./others.ts";
import { presentation } from "./presentation.ts";
import type { Refusal } from "./problem.ts";
import { shape } from "./shape.ts";
import { sources } from "./sources.ts";
import { tariff } from "./tariff.ts";
import { typesetDeclaration } from "./typeset.ts";
import { wiring } from "./wiring.ts";

const REFUSALS: readonly Refusal[] = [presentation, legal, sources, fields, wiring, tariff, others];

function complete(field: FieldDeclaration, step: string): Field {
  const policy = field.policy ?? (field.from === undefined ? "typed" : "fixed");
  return { ...field, step, policy, optional: field.optional ?? false };
}

/** The document or the declaration that stands in for a source, as a field like any other. */
function standIn(name: string, step: string, { sources }: ProcedureDeclaration): Field {
  const { ifMissing } = sources[name] ?? {};
  const common = {
    step,
    policy: "typed",
    optional: false,
    replaces: name,
    ...(ifMissing?.hint === undefined ? {} : { hint: ifMissing.hint }),
  } as const;
  if (ifMissing !== undefined && "declaration" in ifMissing) {
    return {
      ...common,
      name: `declaration-${name.toLowerCase()}`,
      kind: "agreement",
      label: ifMissing.declaration,
    };
  }
  return {
    ...common,
    name: `justificatif-${name.toLowerCase()}`,
    kind: "document",
    label: ifMissing?.document ?? "",
  };
}

/** After which field the stand-in of each source comes: the last one that it vouches for. */
function places(declaration: ProcedureDeclaration, all: readonly Field[]): ReadonlyMap<string, string> {
  const placed = Object.keys(declaration.sources).flatMap((name) => {
    const fed = all.filter(({ from }) => from !== undefined && splitFrom(from).source === name);
    const last = fed.findLast(({ policy }) => policy === "fixed") ?? fed.at(-1);
    return last === undefined ? [] : [[last.name, name] as const];
  });
  return new Map(placed);
}

/** For the error message, whatever was given as a declaration. */
function nameOf(declaration: Partial<ProcedureDeclaration> | null | undefined): string {
  return typeof declaration?.slug === "string" ? declaration.slug : "";
}

/**
 * Checks a declaration and completes it. What is wrong is refused here, before any citizen sees it.
 *
 * @throws ProcedureError naming every problem, with the place and what to write instead
 * @see https://particulier.api.gouv.fr/cas_usages (what a use case may read)
 * @example
 * import { defineProcedure, field } from "passerelle";
 * export const broyeur = defineProcedure({
 *   slug: "pret-de-broyeur",
 *   version: "2026-09-01",
 *   title: "Prêt de broyeur",
 *   summary: "Réserver le broyeur de la commune.",
 *   audience: "Les habitants qui ont un jardin",
 *   duration: "2 minutes",
 *   delay: "sous 2 jours ouvrés",
 *   level: "eidas1",
 *   legalBasis: ["article L2121-29 du code général des collectivités territoriales"],
 *   deliberation: { reference: "délibération n° 2026-041", date: "2026-06-18" },
 *   retentionMonths: 12,
 *   sources: {},
 *   steps: [{ slug: "pret", title: "Le prêt", fields: [field("date", "debut", "Premier jour", { min: "today" })] }],
 *   otherWays: ["À l’accueil de la mairie"],
 * });
 */
export function defineProcedure(declaration: ProcedureDeclaration): Procedure {
  const misshapen = shape(declaration);
  const problems = misshapen.length > 0 ? misshapen : REFUSALS.flatMap((refuse) => refuse(declaration));
  if (problems.length > 0) {
    const refused = new ProcedureError(nameOf(declaration), locate(problems, defineProcedure));
    // Its stack begins where the declaration is written, which is where the reader has to go.
    Error.captureStackTrace(refused, defineProcedure);
    throw refused;
  }
  const set = typesetDeclaration(declaration);
  const completed = set.steps.map((step) => ({
    ...step,
    fields: step.fields.map((field) => complete(field, step.slug)),
  }));
  const after = places(
    set,
    completed.flatMap((step) => step.fields),
  );
  const steps: Step[] = completed.map((step) => ({
    ...step,
    fields: step.fields.flatMap((field) => {
      const source = after.get(field.name);
      return source === undefined ? [field] : [field, standIn(source, step.slug, set)];
    }),
  }));
  return Object.freeze({
    ...set,
    steps,
    stepsForOthers: stepsForOthers(steps, set.forOthers),
    fields: steps.flatMap((step) => step.fields),
  });
}
