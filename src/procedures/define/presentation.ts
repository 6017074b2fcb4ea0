import { LEVELS } from "../../federation/index.ts";
import { blanks, oneOf, problem, type Refusal } from "./problem.ts";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What the citizen reads before starting, and a way for those who cannot or will not use FranceConnect. */
export const presentation: Refusal = ({
  slug,
  version,
  title,
  summary,
  audience,
  duration,
  delay,
  level,
  otherWays,
}) => [
  ...(SLUG.test(slug)
    ? []
    : [problem("wrong_slug", "slug", `"${slug}" cannot stand in an address; write "restauration-scolaire"`)]),
  ...blanks({ version, title, summary, audience, duration, delay }, "write a French text for the citizen"),
  ...(LEVELS.includes(level)
    ? []
    : [problem("unknown_level", "level", `"${level}" is no eIDAS level; write one of ${oneOf(LEVELS)}`)]),
  ...(otherWays.some((way) => way.trim() !== "")
    ? []
    : [
        problem(
          "no_other_way",
          "otherWays",
          "FranceConnect must never be the only way; write the counter, the telephone or the paper form",
        ),
      ]),
];
