import { type RequestHandler, type Response, Router } from "express";
import { parseReturnTo } from "../../federation/index.ts";
import { FRENCH } from "./context.tsx";
import { type Language, parseLanguage } from "./language.ts";
import { type Speech, speechIn } from "./speech.ts";

declare global {
  namespace Express {
    interface Locals {
      /** How the pages of this request speak. */
      speech?: Speech;
    }
  }
}

/** Kept for a year: who reads English today does so tomorrow. */
const YEAR = 365 * 24 * 60 * 60 * 1000;
const COOKIE = "langue";
const IN_COOKIES = new RegExp(`(?:^|;\\s*)${COOKIE}=([a-z]+)\\s*(?:;|$)`);

/** Names the button by which a form is saved, then shown in another language. */
export const LANGUAGE_INPUT = "langue";

/** Where a click changes the language, and comes back. */
export function languagePath(language: Language, returnTo: string): string {
  return `/langue/${language}?${new URLSearchParams({ retour: returnTo })}`;
}

/**
 * Reads the language that was chosen, and lets it be chosen: a cookie that says nothing but `fr` or `en`, which the visitor asked for
 * by a click, and which therefore needs no consent.
 *
 * @see loi n° 78-17 of 6 January 1978, art. 82 (what the user asked for expressly)
 * @param procedures the English that procedures bring along
 */
export function languages(
  { baseUrl }: { readonly baseUrl: string },
  procedures: readonly { readonly english?: Readonly<Record<string, string>> }[],
): RequestHandler {
  const english = speechIn("en", ...procedures.map((procedure) => procedure.english ?? {}));
  const speeches: Readonly<Record<Language, Speech>> = {
    fr: { ...FRENCH, other: "en" },
    en: { ...english, other: "fr" },
  };
  const router = Router();
  router.use((req, res, next) => {
    res.locals.speech = speeches[parseLanguage(IN_COOKIES.exec(req.headers.cookie ?? "")?.[1]) ?? "fr"];
    next();
  });
  router.get("/langue/:language", (req, res, next) => {
    const language = parseLanguage(req.params.language);
    if (language === undefined) return next();
    res
      .cookie(COOKIE, language, {
        maxAge: YEAR,
        httpOnly: true,
        sameSite: "lax",
        secure: baseUrl.startsWith("https:"),
      })
      .set("Cache-Control", "no-store")
      .redirect(303, parseReturnTo(req.query.retour, baseUrl));
  });
  return router;
}

/** How the pages of this request speak. */
export const speechOf = (res: Response): Speech => res.locals.speech ?? FRENCH;
