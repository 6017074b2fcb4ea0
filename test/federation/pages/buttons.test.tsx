import { HtmlValidate } from "html-validate";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { FranceConnectButton, franceConnectButton, ProConnectButton } from "../../../src/federation/index.ts";

const words = (html: string): string =>
  html
    .replace(/<[^>]+>/g, "")
    .replace(/\s+/g, " ")
    .trim();

describe("the buttons, as prescribed", () => {
  it("FranceConnect: the label, then what it is", () => {
    const html = franceConnectButton({ returnTo: "/cantine?a=1&b=2" });
    expect(words(html)).toBe("S’identifier avec FranceConnectQu’est-ce que FranceConnect ?");
    expect(html).toContain('href="/auth/login?level=eidas1&amp;return_to=%2Fcantine%3Fa%3D1%26b%3D2"');
    expect(html).toContain('href="https://franceconnect.gouv.fr/" target="_blank" rel="noopener"');
    expect(html).toContain("- nouvelle fenêtre");
  });

  it("FranceConnect+: with its sentence, and its own page", () => {
    const html = franceConnectButton({ platform: "franceconnect-plus", level: "eidas3" });
    expect(words(html)).toContain(
      "FranceConnect+ est la solution proposée par l’État, pour renforcer la sécurité",
    );
    expect(html).toContain("level=eidas3");
    expect(html).toContain('href="https://franceconnect.gouv.fr/france-connect-plus"');
  });

  it("FranceConnect for data", () => {
    expect(words(franceConnectButton({ purpose: "data" }))).toContain(
      "Récupérer mes données avec FranceConnect",
    );
  });

  it("FranceConnect in English: translated as a whole, never reworded", () => {
    const html = franceConnectButton({ language: "en" });
    expect(words(html)).toBe("Sign in with FranceConnectWhat is FranceConnect?");
    expect(html).toContain('title="What is FranceConnect? - new window"');
    const plus = franceConnectButton({ platform: "franceconnect-plus", purpose: "data", language: "en" });
    expect(words(plus)).toMatch(
      /^Retrieve my data with FranceConnect\+FranceConnect\+ is the solution offered/,
    );
    expect(plus).not.toMatch(/État|nouvelle/);
  });

  it("ProConnect", () => {
    const html = renderToString(<ProConnectButton href="/agent/auth/login" />);
    expect(words(html)).toBe("S’identifier avec ProConnectQu’est-ce que ProConnect ?");
  });

  it("are valid HTML, and escape what they are given", async () => {
    const html = renderToString(<FranceConnectButton returnTo={'/"><script>'} />);
    expect(html).not.toContain("<script>");
    const report = await new HtmlValidate({ extends: ["html-validate:standard"] }).validateString(html);
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  });
});
