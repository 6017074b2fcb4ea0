import express from "express";
import { h } from "preact";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { languages, useLanguage } from "../../../src/service/language/index.ts";
import { sendPage } from "../../../src/service/render.ts";

const Greeting = () => h("p", { lang: useLanguage().language }, useLanguage().t("Mes dossiers"));

function portal(baseUrl = "http://localhost") {
  const app = express();
  app.use(languages({ baseUrl }, []));
  app.get("/page", (_req, res) => sendPage(res, h(Greeting, {})));
  return request(app);
}

describe("the choice of a language", () => {
  it("is French until somebody chooses", async () => {
    const page = await portal().get("/page");
    expect(page.text).toContain("Mes dossiers");
    expect(page.headers["content-language"]).toBe("fr");
  });

  it("is remembered in a cookie that holds nothing else, and comes back to the same page", async () => {
    const chosen = await portal("https://demarches.example.fr").get("/langue/en?retour=%2Fpage%3Fa%3D1");
    expect(chosen.status).toBe(303);
    expect(chosen.headers.location).toBe("/page?a=1");
    expect(chosen.headers["set-cookie"]).toEqual([
      expect.stringMatching(
        /^langue=en; Max-Age=31536000; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
  });

  it("counts on every page from then on", async () => {
    const page = await portal().get("/page").set("Cookie", "autre=1; langue=en");
    expect(page.text).toContain("My applications");
    expect(page.headers["content-language"]).toBe("en");
  });

  it.each(["langue=de", "langue=en<script>", "xlangue=en", "langue="])(
    "is French with a cookie that says %s",
    async (cookie) => {
      expect((await portal().get("/page").set("Cookie", cookie)).text).toContain("Mes dossiers");
    },
  );

  it.each(["//evil.example", "https://evil.example", "/\\evil.example", "", "/.//evil.example"])(
    "never leads to %s",
    async (retour) => {
      const chosen = await portal().get(`/langue/en?${new URLSearchParams({ retour })}`);
      expect(chosen.headers.location).toBe("/");
    },
  );

  it("does not exist for a language that nobody speaks here", async () => {
    expect((await portal().get("/langue/de?retour=/page")).status).toBe(404);
  });
});
