import type { Digest } from "../onboarding/index.ts";

const DAY = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "Europe/Paris" });

/** A digest as its operator reads it. */
export function letterOf(
  { operator, lines }: Digest,
  { now, baseUrl }: { readonly now: Date; readonly baseUrl?: string },
): { readonly subject: string; readonly text: string } {
  const points = lines.length >= 2 ? "points" : "point";
  const whose = operator
    ? "les collectivités que vous accompagnez"
    : "les collectivités que personne ne porte";
  return {
    subject: `Déploiement : ${lines.length} ${points} à regarder${operator ? `, ${operator.name}` : ""}`,
    text: [
      "Bonjour,",
      "",
      `Voici ce qui demande votre attention le ${DAY.format(now)}, pour ${whose} :`,
      "",
      ...lines.map(({ name, message }) => `- ${name} : ${message}.`),
      "",
      ...(baseUrl ? [`Où en est chaque collectivité : ${baseUrl}/deploiement`, ""] : []),
      "Ce message est écrit par le suivi du déploiement ; il cesse dès que plus rien ne demande votre attention.",
      "",
    ].join("\n"),
  };
}
