import type { Page, Visitor } from "../support/visitor.ts";

/** An answer, or how to find it on the page: a visitor ticks what they see. */
export type Answer = string | readonly string[] | ((page: Page) => string);

/** Logs in at the simulated FranceConnect, from the page it shows, as this persona. */
export async function logInAs(visitor: Visitor, choice: Page, persona: string): Promise<Page> {
  let page = choice;
  const wanted = `[data-testid="persona-${persona}"]`;
  if (page.$(wanted).length === 0 && !page.text.includes("Continuer sur")) {
    page = await visitor.get(new URL(page.$("main a").first().attr("href") ?? "", page.url).href);
  }
  if (page.$(wanted).length > 0) page = await visitor.press(page, wanted);
  return visitor.submit(page, "Continuer sur");
}

/** Fills every step of the form that is open with these answers, as far as the page where answers are checked. */
export async function fillSteps(
  visitor: Visitor,
  page: Page,
  answers: Readonly<Record<string, Answer>>,
): Promise<Page> {
  let here = page.url.includes("/recuperation") ? await visitor.click(page, "Continuer") : page;
  for (let steps = 0; here.url.includes("/etape/"); steps += 1) {
    if (steps > 10) throw new Error(`The form does not end: ${here.url}\n${here.text}`);
    const shown = here;
    const mine = Object.entries(answers)
      .filter(([name]) => shown.$(`form [name="${name}"]`).length > 0)
      .map(([name, answer]) => [name, typeof answer === "function" ? answer(shown) : answer]);
    here = await visitor.submit(
      shown,
      /Enregistrer et continuer|Vérifier mes réponses/,
      Object.fromEntries(mine),
    );
    const problems = here.$(".error-summary").text();
    if (problems) throw new Error(`Refused on ${here.url}: ${problems.replace(/\s+/g, " ")}`);
  }
  return here;
}

/** Logs an agent in at the simulated ProConnect. */
export async function logInAgent(visitor: Visitor, base: string, agent: string): Promise<Page> {
  let page = await visitor.click(await visitor.get(`${base}/agent`), "ProConnect");
  for (let pages = 0; !page.url.startsWith(base); pages += 1) {
    if (pages > 5) throw new Error(`ProConnect does not end: ${page.url}\n${page.text.slice(0, 1_000)}`);
    const wanted = `[data-testid$="-${agent}"]`;
    page =
      page.$(wanted).length > 0
        ? await visitor.press(page, wanted)
        : await visitor.submit(page, /Continuer|connecter/i);
  }
  return page;
}
