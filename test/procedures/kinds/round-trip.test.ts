import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBody } from "../../../src/procedures/body.ts";
import type { Field, FieldKind } from "../../../src/procedures/declaration.ts";
import type { FieldValue } from "../../../src/procedures/index.ts";
import { KINDS } from "../../../src/procedures/kinds/index.ts";
import { CAF_DATA } from "../../support/procedure.ts";

const fieldOf = (kind: FieldKind): Field => ({
  name: "champ",
  kind,
  label: "Champ",
  step: "etape",
  policy: "typed",
  optional: false,
  options: [
    { value: "un", label: "Un" },
    { value: "deux", label: "Deux" },
    { value: "trois", label: "Trois" },
  ],
});

const word = fc.stringMatching(/^[A-Za-zÀ-ÿ'-]{1,20}$/);
const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2026-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Any value that a citizen can have given, per kind. */
const VALUES: Partial<Record<FieldKind, fc.Arbitrary<FieldValue>>> = {
  text: word,
  "long-text": fc.array(word, { minLength: 1, maxLength: 4 }).map((lines) => lines.join("\n")),
  tel: fc.stringMatching(/^0[1-9][0-9]{8}$/),
  plate: fc.stringMatching(/^[A-Z]{2}-[0-9]{3}-[A-Z]{2}$/),
  number: fc.integer({ min: 0, max: 99_999_999 }).map((cents) => cents / 100),
  date: day,
  choice: fc.constantFrom("un", "deux", "trois"),
  choices: fc.subarray(["un", "deux", "trois"], { minLength: 1 }),
  "yes-no": fc.boolean(),
  agreement: fc.constant(true),
  address: fc.record({ street: word, postalCode: fc.stringMatching(/^[0-9]{5}$/), city: word }),
};

describe("what is written into the inputs is read again as the same value", () => {
  test.each(Object.entries(VALUES) as [FieldKind, fc.Arbitrary<FieldValue>][])("%s", (kind, values) => {
    const field = fieldOf(kind);
    fc.assert(
      fc.property(values, (value) => {
        const body = readBody(KINDS[kind].write(field, value));
        expect(KINDS[kind].parse(field, body, {})).toEqual({ value });
        expect(KINDS[kind].check(field, value, "2026-11-22")).toBeUndefined();
        expect(KINDS[kind].display(field, value).join("")).not.toBe("");
      }),
    );
  });

  test("children, chosen and added", () => {
    const field = fieldOf("children");
    const received = KINDS.children.fromSource(CAF_DATA.enfants ?? null);
    const [first] = received as readonly { readonly id: string }[];
    const added = fc.record({ givenNames: word, familyName: word, birthdate: day });
    fc.assert(
      fc.property(fc.array(added, { maxLength: 3 }), (others) => {
        const sent = Object.fromEntries(
          others.flatMap(({ givenNames, familyName, birthdate }, index) => [
            [`champ.added.${index}.givenNames`, givenNames],
            [`champ.added.${index}.familyName`, familyName],
            [`champ.added.${index}.birthdate`, birthdate],
          ]),
        );
        const known = received === undefined ? {} : { received };
        const answer = KINDS.children.parse(field, readBody({ champ: first?.id, ...sent }), known);
        expect(answer).toMatchObject({ value: [{ id: first?.id }, ...others] });
        if ("problem" in answer) return;
        const again = KINDS.children.parse(field, readBody(KINDS.children.write(field, answer.value)), known);
        expect(again).toEqual(answer);
      }),
    );
  });
});

describe("whatever a browser sends", () => {
  test.each(Object.keys(KINDS) as FieldKind[])(
    "%s never throws, and what it accepts can be checked and shown",
    (kind) => {
      const field = fieldOf(kind);
      const names = [
        "champ",
        ...["day", "month", "year", "street", "postalCode", "city", "later", "remove"].map(
          (part) => `champ.${part}`,
        ),
      ];
      const sent = fc.dictionary(
        fc.constantFrom(...names),
        fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string()), fc.anything()),
      );
      fc.assert(
        fc.property(sent, (body) => {
          const parsed = KINDS[kind].parse(field, readBody(body), {});
          if ("problem" in parsed) {
            expect(parsed.problem.message).toMatch(/[.]$/);
            return;
          }
          KINDS[kind].check(field, parsed.value, "2026-11-22");
          KINDS[kind].display(field, parsed.value);
          expect(JSON.parse(JSON.stringify(parsed.value))).toEqual(parsed.value);
        }),
      );
    },
  );
});
