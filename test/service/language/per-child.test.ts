import { expect, it } from "vitest";
import { speechIn } from "../../../src/service/language/speech.ts";

it("a question that is asked for each child is said in English, with the child's name as it is", () => {
  const { known } = speechIn("en", { École: "School" });
  expect(known("École, pour LINA MARIE")).toBe("School, for LINA MARIE");
  expect(known("Une question inconnue, pour LINA MARIE")).toBeUndefined();
});
