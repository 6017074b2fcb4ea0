import { HELP_MEANS, type HelpMeans, type Opinion, SATISFACTIONS } from "../../dossiers/index.ts";
import { cleanText } from "../../procedures/index.ts";
import type { French } from "../language/index.ts";

/** As long as a reader takes in; a form of ours says so. */
export const LONGEST_OPINION = 1_000;

export interface OpinionError {
  readonly anchor: string;
  readonly message: French;
}

export interface ReadOpinion {
  /** What the page shows again: whatever of it can be understood. */
  readonly typed: Partial<Opinion>;
  /** Undefined while something is to be put right. */
  readonly opinion?: Opinion;
  readonly errors: readonly OpinionError[];
}

type Body = Readonly<Record<string, unknown>>;

/** Reads what a citizen ticked and wrote. Never throws: what is not one of our answers is no answer. */
export function readOpinion(body: unknown): ReadOpinion {
  const given = Object(body) as Body;
  const satisfaction = SATISFACTIONS.find((one) => one === given.satisfaction);
  const means = [given.aide].flat();
  const help = HELP_MEANS.filter((one: HelpMeans) => means.includes(one));
  const text = typeof given.texte === "string" ? cleanText(given.texte) : "";
  const clarity = scale(given.clarte);
  const helpQuality = scale(given.qualite);
  const answers = {
    help,
    ...(clarity !== undefined && { clarity }),
    // Nobody sought is nobody reached.
    ...(help.length > 0 && isYesNo(given.joint) && { reached: given.joint === "oui" }),
    ...(help.length > 0 && helpQuality !== undefined && { helpQuality }),
    ...(text !== "" && { text }),
  };
  const errors: OpinionError[] = [];
  if (!satisfaction) {
    errors.push({ anchor: "satisfaction-bad", message: "Dites comment ça s’est passé : mal, moyen ou bien" });
  }
  if (text.length > LONGEST_OPINION) {
    errors.push({ anchor: "texte", message: "Raccourcissez votre texte : 1 000 caractères au plus" });
  }
  const typed = { ...answers, ...(satisfaction && { satisfaction }) };
  return satisfaction && errors.length === 0
    ? { typed, opinion: { ...answers, satisfaction }, errors }
    : { typed, errors };
}

const isYesNo = (answer: unknown): boolean => answer === "oui" || answer === "non";

/** From 1 to 5. */
function scale(answer: unknown): number | undefined {
  return typeof answer === "string" && /^[1-5]$/.test(answer) ? Number(answer) : undefined;
}
