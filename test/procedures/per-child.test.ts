import { describe, expect, test } from "vitest";
import {
  applyStep,
  carryOver,
  correctForm,
  defineProcedure,
  type FieldDeclaration,
  type FormState,
  fill,
  options,
  validate,
  viewStep,
} from "../../src/procedures/index.ts";
import { declaration, NOW, prefilled } from "../support/procedure.ts";

const MENU: FieldDeclaration = {
  name: "menu",
  kind: "choice",
  label: "Menu",
  options: options({ classique: "Classique", "sans-viande": "Sans viande" }),
  each: "enfants",
};
const withMenu = (menu: Partial<FieldDeclaration> = {}, changes: object = {}) =>
  defineProcedure(
    declaration({
      ...changes,
      steps: [
        ...declaration().steps,
        { slug: "repas", title: "Les repas", fields: [{ ...MENU, ...menu } as FieldDeclaration] },
      ],
    }),
  );
const procedure = withMenu();

const received = fill(procedure, prefilled(procedure)).fields.find(({ name }) => name === "enfants")?.received
  ?.value as readonly { readonly id: string }[];
const [lina = "", noe = ""] = received.map(({ id }) => id);
const choosing = (...ids: readonly string[]): FormState => ({
  ...prefilled(procedure),
  answers: { enfants: ids.map((id) => ({ id })) },
});
const asked = (state: FormState) => viewStep(procedure, state, "repas")?.fields ?? [];

describe("a question for each child", () => {
  test("is asked as it was declared for one child, and before any is chosen", () => {
    for (const state of [choosing(), choosing(lina)])
      expect(asked(state).map(({ name, label }) => [name, label])).toEqual([["menu", "Menu"]]);
  });

  test("is asked once for each of several, in their order, with their names", () => {
    expect(asked(choosing(lina, noe)).map(({ name, label }) => [name, label])).toEqual([
      [`menu-${lina}`, "Menu, pour LINA MARIE"],
      [`menu-${noe}`, "Menu, pour NOÉ"],
    ]);
  });

  test("takes an answer for each, and names the child whose answer is missing", () => {
    const state = choosing(lina, noe);
    const one = applyStep(procedure, state, "repas", { [`menu-${lina}`]: "classique" }, NOW);
    expect(one.errors).toMatchObject([{ field: `menu-${noe}`, message: expect.stringContaining("NOÉ") }]);
    const both = { [`menu-${lina}`]: "classique", [`menu-${noe}`]: "sans-viande" };
    const done = applyStep(procedure, state, "repas", both, NOW);
    expect(done.errors).toEqual([]);
    const menus = fill(procedure, done.state).fields.filter(({ name }) => name.startsWith("menu"));
    expect(menus.map(({ label, display }) => [label, ...display])).toEqual([
      ["Menu, pour LINA MARIE", "Classique"],
      ["Menu, pour NOÉ", "Sans viande"],
    ]);
  });

  test("is asked for nobody who is not chosen, whatever the browser sends", () => {
    const { state } = applyStep(procedure, choosing(lina), "repas", { [`menu-${noe}`]: "classique" }, NOW);
    expect(state.answers[`menu-${noe}`]).toBeUndefined();
    expect(validate(procedure, state, NOW).map(({ field }) => field)).toContain("menu");
  });

  test("can be corrected for one child when an agent asks", () => {
    const state = { ...choosing(lina, noe) };
    const answers = { ...state.answers, [`menu-${lina}`]: "classique", [`menu-${noe}`]: "classique" };
    const sent = fill(procedure, { ...state, answers });
    const body = { [`menu-${lina}`]: "sans-viande", [`menu-${noe}`]: "sans-viande" };
    const { form, errors } = correctForm(procedure, sent, [`menu-${noe}`], body, NOW);
    expect(errors).toEqual([]);
    const values = form.fields.filter(({ name }) => name.startsWith("menu")).map(({ value }) => value);
    expect(values).toEqual(["classique", "sans-viande"]);
  });

  test("keeps its answers when the form changes", () => {
    const answers = { ...choosing(lina, noe).answers, [`menu-${lina}`]: "classique" };
    const later = withMenu({}, { version: "2030-01-01" });
    expect(carryOver(later, { ...prefilled(procedure), answers }, NOW).answers).toEqual(answers);
  });
});

describe("its declaration is refused", () => {
  const problemsOf = (attempt: () => unknown): readonly string[] => {
    try {
      attempt();
      return [];
    } catch (error) {
      const { problems } = error as { problems: readonly { code: string; at: string }[] };
      return problems.map(({ code, at }) => `${code} ${at}`);
    }
  };

  test.each([
    ["without such children", { each: "eleves" }, "late_child steps.repas.menu.each"],
    ["for a field of another kind", { each: "telephone" }, "late_child steps.repas.menu.each"],
    ["for what is received", { from: "identity.email" }, "each_received steps.repas.menu.from"],
  ])("%s", (_what, menu, expected) => {
    expect(problemsOf(() => withMenu(menu as Partial<FieldDeclaration>))).toContain(expected);
  });

  test("where a rule would look for the one answer that it has not", () => {
    const checks = [{ field: "menu", message: "Non.", holds: () => true }];
    expect(problemsOf(() => withMenu({}, { checks }))).toContain("unknown_field checks");
  });
});
