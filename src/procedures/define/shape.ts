import { z } from "zod";
import { FIELD_KINDS } from "../declaration.ts";
import { oneOf, problem, type Refusal } from "./problem.ts";

const text = (example: string) => z.string(`write a text: ${example}`);
const texts = (example: string) => z.array(z.string(), `write a list of texts: ${example}`);
const id = z.number().int().positive("write the id that « Je donne mon avis » shows: 1234");
const callable = z.custom<object>((value) => typeof value === "function", "write a function");

const condition = z.strictObject({
  field: text('the name of an earlier field: "pour-qui"'),
  is: z.union([z.string(), z.boolean()], "write the answer that shows it"),
});

const choices = z.array(
  z.strictObject({ value: z.string(), label: z.string(), hint: z.string().optional() }),
  "write a list of options: see options()",
);

const field = z.strictObject(
  {
    name: text('"telephone"'),
    kind: z.string(`write one of ${oneOf(FIELD_KINDS)}`),
    label: text("« Téléphone »"),
    hint: z.string().optional(),
    autocomplete: z.string().optional(),
    optional: z.boolean("write true or leave it out").optional(),
    from: z.string('write "identity.familyName" or "qf.enfants"').optional(),
    policy: z.enum(["fixed", "correctable", "chosen", "typed"]).optional(),
    options: choices.optional(),
    min: z.union([z.number(), z.string()]).optional(),
    max: z.union([z.number(), z.string()]).optional(),
    unit: z.string().optional(),
    pattern: z.strictObject({ expression: z.instanceof(RegExp), message: z.string() }).optional(),
    maxLength: z.number().int().positive().optional(),
    filer: z.literal(true, "write true or leave it out").optional(),
    onlyIf: condition.optional(),
    each: z.string('write the name of an earlier "children" field: "enfants"').optional(),
    missing: z.string().optional(),
  },
  "write a field: see field()",
);

const step = z.strictObject(
  {
    slug: text('"votre-foyer"'),
    title: text("« Votre foyer »"),
    titleForOthers: z.string().optional(),
    introduction: z.string().optional(),
    fields: z.array(field, "write a list of fields"),
    onlyIf: condition.optional(),
  },
  'write a step: { slug: "vous", title: "Vous", fields: […] }',
);

const alternative = z.union(
  [
    z.strictObject({ document: z.string(), hint: z.string().optional() }),
    z.strictObject({ declaration: z.string(), hint: z.string().optional() }),
  ],
  "nobody may be blocked; write { document: « Attestation… » } or { declaration: « Je certifie… » }",
);

const source = z.strictObject({
  route: text('a route of API Particulier: "quotient-familial"'),
  keys: texts('["quotient_familial"]'),
  why: text("complete « pour… »: « calculer votre tarif »"),
  ifMissing: alternative,
  needs: z.record(z.string(), z.string()).optional(),
  about: z.string('write the name of a "children" field: "eleve"').optional(),
  allowUncheckedIdentity: z.string("say why that is acceptable").optional(),
});

const declaration = z.strictObject({
  slug: text('"restauration-scolaire"'),
  version: text('"2026-09-01"'),
  title: text("« Restauration scolaire »"),
  summary: text("what the citizen obtains"),
  audience: text("« Les familles dont… »"),
  duration: text("« 5 minutes »"),
  delay: text("« sous 10 jours ouvrés »"),
  level: text('"eidas1"'),
  forOthers: choices.optional(),
  useCase: z.string().optional(),
  legalBasis: texts("« article R531-52 du code de l'éducation »"),
  deliberation: z.strictObject(
    { reference: text("« délibération n° 2026-041 »"), date: text('"2026-06-18"') },
    'write { reference: "délibération n° 2026-041", date: "2026-06-18" }',
  ),
  retentionMonths: z.number("write whole months, from 1 to 120"),
  sources: z.record(z.string(), source, "write {} when nothing is read, or { qf: { route: … } }"),
  steps: z.array(step, "write at least one step"),
  tariff: z.looseObject({ price: callable }, "write bands(…), effortRate(…)").optional(),
  checks: z
    .array(
      z.strictObject({ field: z.string(), message: z.string(), holds: callable }),
      "write a list of checks",
    )
    .optional(),
  otherWays: texts("« À l'accueil de la mairie »"),
  english: z.record(z.string(), text("the English of this text")).optional(),
  satisfaction: z
    .strictObject(
      { product: id, button: id, form: id.optional() },
      "write the ids of the button: { product: 1234, button: 56 }",
    )
    .optional(),
});

/** A path with the names that the author gave instead of positions: `steps.vous.telephone`. */
function placeOf(value: unknown, path: readonly PropertyKey[]): string {
  const names: string[] = [];
  let current = value;
  for (const key of path) {
    const inside = Object(current) as Readonly<Record<PropertyKey, unknown>>;
    current = inside[key];
    const { slug, name } = Object(current) as { readonly slug?: unknown; readonly name?: unknown };
    const given = [slug, name].find((one) => typeof one === "string");
    if (key !== "fields") names.push(String(Array.isArray(inside) && given !== undefined ? given : key));
  }
  return names.join(".");
}

/** Everything of its type, and nothing that does not exist: a misspelt property would silently do nothing. */
export const shape: Refusal = (value) => {
  const parsed = declaration.safeParse(value);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue) => {
    const hint = "this property does not exist; remove it, or check its spelling";
    return issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => problem("unknown_property", placeOf(value, [...issue.path, key]), hint))
      : [problem("wrong_shape", placeOf(value, issue.path), issue.message)];
  });
};
