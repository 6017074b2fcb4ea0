import { calendarDate, partsOf } from "../kinds/date.ts";
import { problem, type Refusal } from "./problem.ts";

const LONGEST_RETENTION_MONTHS = 120;

/** Without a text and a délibération there is no habilitation, and without a retention no processing. */
export const legal: Refusal = ({ legalBasis, deliberation, retentionMonths }) => {
  const day = partsOf(deliberation.date);
  return [
    ...(legalBasis.some((text) => text.trim() !== "")
      ? []
      : [
          problem(
            "no_legal_basis",
            "legalBasis",
            "name the text that founds the processing: « article R531-52 du code de l'éducation »",
          ),
        ]),
    ...(deliberation.reference.trim() === ""
      ? [
          problem(
            "no_deliberation",
            "deliberation.reference",
            "write its number: « délibération n° 2026-041 »",
          ),
        ]
      : []),
    ...(day === undefined || calendarDate(...day) === undefined
      ? [problem("wrong_date", "deliberation.date", `"${deliberation.date}" is no date; write "2026-06-18"`)]
      : []),
    ...(Number.isInteger(retentionMonths) &&
    retentionMonths >= 1 &&
    retentionMonths <= LONGEST_RETENTION_MONTHS
      ? []
      : [
          problem(
            "wrong_retention",
            "retentionMonths",
            `${retentionMonths} is no retention; write whole months from 1 to ${LONGEST_RETENTION_MONTHS}`,
          ),
        ]),
  ];
};
