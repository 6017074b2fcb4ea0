import { describe, expect, test } from "vitest";
import { readBody } from "../../../src/procedures/body.ts";
import type { Field, FieldKind } from "../../../src/procedures/declaration.ts";
import type { FieldValue } from "../../../src/procedures/index.ts";
import { KINDS } from "../../../src/procedures/kinds/index.ts";
import { CAF_DATA } from "../../support/procedure.ts";

const TODAY = "2026-11-22";

const fieldOf = (kind: FieldKind, more: Partial<Field> = {}): Field => ({
  name: "champ",
  kind,
  label: "Champ",
  step: "etape",
  policy: "typed",
  optional: false,
  ...more,
});

/** What becomes of a body: the value, or the message that the citizen reads. */
function read(field: Field, body: Record<string, unknown>): FieldValue {
  const kind = KINDS[field.kind];
  const parsed = kind.parse(field, readBody(body), {});
  if ("problem" in parsed) return { problem: parsed.problem.message };
  const problem = parsed.value === null ? undefined : kind.check(field, parsed.value, TODAY);
  return problem === undefined ? parsed.value : { problem: problem.message };
}

const refused = (message: RegExp) => ({ problem: expect.stringMatching(message) });

describe("a telephone number", () => {
  test.each([
    ["06 12 34 56 78", "0612345678"],
    ["06.12.34.56.78", "0612345678"],
    ["+33 6 12 34 56 78", "0612345678"],
    ["0033 (0)6 12 34 56 78", "0612345678"],
    ["+32 470 12 34 56", "+32470123456"],
  ])("typed as %s is understood", (typed, kept) => {
    expect(read(fieldOf("tel"), { champ: typed })).toBe(kept);
  });

  test.each(["06 12 34 56", "12 34", "poste 12", "0012"])("%s is refused with an example", (typed) => {
    expect(read(fieldOf("tel"), { champ: typed })).toEqual(refused(/^«\sChamp\s»\s: .*06 12 34 56 78/));
  });
});

describe("a figure", () => {
  test.each([
    ["1045", 1045],
    ["1 045", 1045],
    ["1\u202F045 €", 1045],
    ["1045,50", 1045.5],
    ["1045.5", 1045.5],
    ["12 euros", 12],
  ])("typed as %s is understood", (typed, kept) => {
    expect(read(fieldOf("number"), { champ: typed })).toBe(kept);
  });

  test.each(["mille", "-3", "1e5", "0x10", "1,234", "Infinity", "12 12,"])("%s is refused", (typed) => {
    expect(read(fieldOf("number"), { champ: typed })).toEqual(refused(/chiffres.*1.045/));
  });

  test("out of its bounds is refused, naming the bound", () => {
    expect(read(fieldOf("number", { max: 5000 }), { champ: "5001" })).toEqual(refused(/au plus 5.000/));
    expect(read(fieldOf("number", { min: 1 }), { champ: "0" })).toEqual(refused(/au moins 1/));
  });
});

describe("a date", () => {
  test.each([
    [{ "champ.day": "27", "champ.month": "3", "champ.year": "2018" }, "2018-03-27"],
    [{ champ: "27/03/2018" }, "2018-03-27"],
    [{ champ: "2018-03-27" }, "2018-03-27"],
  ])("%j is understood", (body, kept) => {
    expect(read(fieldOf("date"), body)).toBe(kept);
  });

  test.each([
    { "champ.day": "31", "champ.month": "2", "champ.year": "2018" },
    { "champ.day": "1", "champ.month": "1", "champ.year": "18" },
    { "champ.day": "0", "champ.month": "0", "champ.year": "1992" },
    { champ: "demain" },
  ])("%j is refused with an example", (body) => {
    expect(read(fieldOf("date"), body)).toEqual(refused(/une date qui existe.*27 3 2018/));
  });

  test("points to the part that is missing", () => {
    const parsed = KINDS.date.parse(
      fieldOf("date"),
      readBody({ "champ.day": "3", "champ.year": "2018" }),
      {},
    );
    expect(parsed).toMatchObject({ problem: { part: "month" } });
  });

  test("before or after its bounds is refused", () => {
    expect(read(fieldOf("date", { max: "today" }), { champ: "2026-11-23" })).toEqual(
      refused(/après aujourd’hui/),
    );
    expect(read(fieldOf("date", { min: "today" }), { champ: "2026-11-21" })).toEqual(
      refused(/avant aujourd’hui/),
    );
    expect(read(fieldOf("date", { min: "2026-01-01" }), { champ: "2025-12-31" })).toEqual(
      refused(/1er janvier 2026/),
    );
  });

  test("of the State keeps its unknown day and month", () => {
    expect(KINDS.date.fromSource("1992-00-00")).toBe("1992-00-00");
  });
});

describe("an e-mail address", () => {
  test.each(["nom@domaine.fr", "prenom.nom+cantine@sous.domaine.example"])("%s is taken", (typed) => {
    expect(read(fieldOf("email"), { champ: typed })).toBe(typed);
  });

  test.each(["nom", "nom@", "nom@domaine", "a@b@c.fr", "nom domaine.fr"])(
    "%s is refused with an example",
    (typed) => {
      expect(read(fieldOf("email"), { champ: typed })).toEqual(refused(/nom@domaine\.fr/));
    },
  );
});

describe("a plate", () => {
  test.each([
    ["ab 123 cd", "AB-123-CD"],
    ["AB123CD", "AB-123-CD"],
    ["1234 AB 84", "1234-AB-84"],
  ])("typed as %s is understood", (typed, kept) => {
    expect(read(fieldOf("plate"), { champ: typed })).toBe(kept);
  });

  test("that is no plate is refused with an example", () => {
    expect(read(fieldOf("plate"), { champ: "ma voiture" })).toEqual(refused(/AB-123-CD/));
  });
});

describe("a text", () => {
  test("of 200 characters is taken, one of 201 is refused", () => {
    expect(read(fieldOf("text"), { champ: "é".repeat(200) })).toBe("é".repeat(200));
    expect(read(fieldOf("text"), { champ: "é".repeat(201) })).toEqual(refused(/au plus 200/));
  });

  test("must match its pattern, and says so in the words of the declaration", () => {
    const field = fieldOf("text", { pattern: { expression: /^\d{7}$/, message: "Sept chiffres." } });
    expect(read(field, { champ: "12" })).toEqual({ problem: "Sept chiffres." });
  });

  test("made of given names joins them in the order of the état civil", () => {
    expect(KINDS.text.fromSource(["Angela", "Claire"])).toBe("Angela Claire");
  });
});

describe("a choice", () => {
  const options = [
    { value: "un", label: "Un" },
    { value: "deux", label: "Deux" },
  ];

  test("outside the options is refused", () => {
    expect(read(fieldOf("choice", { options }), { champ: "trois" })).toEqual(refused(/proposées/));
    expect(read(fieldOf("choices", { options }), { champ: ["un", "trois"] })).toEqual(refused(/proposées/));
  });

  test("sent twice counts as not sent", () => {
    expect(read(fieldOf("choice", { options }), { champ: ["un", "deux"] })).toBeNull();
  });

  test("is shown by its label, and as it came where the State sent another", () => {
    expect(KINDS.choice.display(fieldOf("choice", { options }), "un")).toEqual(["Un"]);
    expect(KINDS.choice.display(fieldOf("choice", { options }), "autre")).toEqual(["autre"]);
  });

  test("of several keeps each once, and respects how many", () => {
    expect(read(fieldOf("choices", { options }), { champ: ["un", "un"] })).toEqual(["un"]);
    expect(read(fieldOf("choices", { options, max: 1 }), { champ: ["un", "deux"] })).toEqual(
      refused(/au plus 1/),
    );
  });

  test("of the State is true as soon as one of several is", () => {
    expect(KINDS["yes-no"].fromSource([false, true])).toBe(true);
    expect(KINDS["yes-no"].fromSource([])).toBe(false);
  });
});

describe("an address", () => {
  test("of the CAF becomes the lines of an envelope", () => {
    const value = KINDS.address.fromSource(CAF_DATA.adresse ?? null);
    expect(value).toEqual({
      street: "12 RUE DES TILLEULS",
      postalCode: "84800",
      city: "L ISLE SUR LA SORGUE",
    });
    expect(KINDS.address.display(fieldOf("address"), value ?? null)).toEqual([
      "12 RUE DES TILLEULS",
      "84800 L ISLE SUR LA SORGUE",
    ]);
  });

  test("of a registration certificate becomes the same lines", () => {
    const certificate = {
      num_voie: "4",
      extension: "bis",
      type_voie: "RUE",
      libelle_voie: "NEUVE",
      code_postal_ville: "84800",
      libelle_commune: "SAUMANE",
    };
    expect(KINDS.address.fromSource(certificate)).toEqual({
      street: "4 bis RUE NEUVE",
      postalCode: "84800",
      city: "SAUMANE",
    });
  });

  test("without a street uses the lieu-dit, and keeps a foreign country", () => {
    const abroad = { lieu_dit: "LES BORIES", code_postal_ville: "1000 BRUXELLES", pays: "BELGIQUE" };
    expect(KINDS.address.fromSource(abroad)).toEqual({
      street: "LES BORIES",
      city: "1000 BRUXELLES",
      country: "BELGIQUE",
    });
  });

  test.each([
    [{ "champ.postalCode": "84800", "champ.city": "Isle" }, /voie/],
    [{ "champ.street": "1 rue", "champ.city": "Isle" }, /code postal/],
    [{ "champ.street": "1 rue", "champ.postalCode": "848", "champ.city": "Isle" }, /cinq chiffres/],
    [{ "champ.street": "1 rue", "champ.postalCode": "84800" }, /commune/],
  ])("%j is refused with an example", (body, message) => {
    expect(read(fieldOf("address"), body)).toEqual(refused(message));
  });

  test("abroad needs no French postal code", () => {
    const body = {
      "champ.street": "1 Dorpsstraat",
      "champ.postalCode": "1012 AB",
      "champ.city": "Amsterdam",
      "champ.country": "Pays-Bas",
    };
    expect(read(fieldOf("address"), body)).toMatchObject({ country: "Pays-Bas" });
  });
});

describe("children", () => {
  const field = fieldOf("children");
  const received = KINDS.children.fromSource(CAF_DATA.enfants ?? null) ?? null;
  const ids = (received as readonly { readonly id: string }[]).map(({ id }) => id);

  test("are shown with what is known of their birth, and no more", () => {
    expect(KINDS.children.display(field, received)).toEqual([
      "LINA MARIE DUBOIS, née le 27 mars 2018",
      "NOÉ DUBOIS, né en 2020",
    ]);
  });

  test("can only be chosen among those received", () => {
    const parsed = KINDS.children.parse(field, readBody({ champ: [ids[1], "somebody-else"] }), { received });
    expect(parsed).toEqual({ value: [{ id: ids[1] }] });
  });

  test("keep the names that were received, whatever the answer says", () => {
    const forged = [{ id: ids[0] ?? "", givenNames: "PIRATE", familyName: "X", birthdate: "2000-01-01" }];
    expect(KINDS.children.resolve?.(forged, received)).toEqual([(received as readonly FieldValue[])[0]]);
  });

  test("that disappeared from a newer answer are no longer chosen", () => {
    expect(KINDS.children.resolve?.([{ id: ids[0] ?? "" }], [])).toEqual([]);
  });

  test.each([
    [{ "champ.added.0.familyName": "Martin" }, /prénoms/],
    [{ "champ.added.0.givenNames": "Lou" }, /nom de l’enfant/],
    [{ "champ.added.0.givenNames": "Lou", "champ.added.0.familyName": "Martin" }, /date de naissance/],
    [
      {
        "champ.added.0.givenNames": "Lou",
        "champ.added.0.familyName": "Martin",
        "champ.added.0.birthdate": "2027-01-01",
      },
      /avenir/,
    ],
  ])("added half (%j) are refused", (body, message) => {
    expect(read(field, body)).toEqual(refused(message));
  });

  test("added twice are refused", () => {
    const lou = (row: number) => ({
      [`champ.added.${row}.givenNames`]: "Lou",
      [`champ.added.${row}.familyName`]: "Martin",
      [`champ.added.${row}.birthdate`]: "2019-05-05",
    });
    expect(read(field, { ...lou(0), ...lou(1) })).toEqual(refused(/deux fois/));
  });

  test("always leave one empty row to add another", () => {
    const typed = { "champ.added.0.givenNames": ["Lou"] };
    const rows = KINDS.children
      .inputs(field, typed, received)
      .filter(({ name }) => name.endsWith("givenNames"));
    expect(rows.map(({ value }) => value)).toEqual(["Lou", ""]);
  });
});

describe("a document", () => {
  const file = { id: "f1", name: "attestation.pdf", type: "application/pdf", size: 1234 };

  test("may be promised for later: a missing scanner blocks nobody", () => {
    expect(read(fieldOf("document"), { "champ.later": "oui" })).toEqual({ later: true });
    expect(KINDS.document.display(fieldOf("document"), { later: true })).toEqual(["À fournir plus tard"]);
  });

  test("stays when the step is sent again, until it is removed", () => {
    const known = { answer: [file] };
    expect(KINDS.document.parse(fieldOf("document"), readBody({}), known)).toEqual({ value: [file] });
    expect(KINDS.document.parse(fieldOf("document"), readBody({ "champ.remove": "f1" }), known)).toEqual({
      value: null,
    });
  });

  test("cannot be invented by the browser", () => {
    expect(read(fieldOf("document"), { champ: "f9", "champ.id": "f9" })).toBeNull();
  });
});
