import { list, sections, table } from "./markdown.ts";
import type { ProcedureSummary } from "./summary.ts";

function readFrom({ from, what, why }: ProcedureSummary["notice"]["sources"][number]): string {
  return `${from.charAt(0).toUpperCase()}${from.slice(1)}, ${why} : ${what.join(", ")}`;
}

/**
 * What follows from a declaration, as a French text.
 *
 * @example
 * import { summaryMarkdown, summaryOf } from "passerelle";
 * const text = summaryMarkdown(summaryOf(procedure, { name: "Val-de-Sorgue" }));
 */
export function summaryMarkdown(summary: ProcedureSummary): string {
  const { slug, version, level, useCase, fields, sources, scopes, remaining, tariff, notice } = summary;
  const codes = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(", ") || "aucune";
  return sections(summary.title, {
    Démarche: list([
      `\`${slug}\`, version ${version}, niveau ${level}`,
      `Cas d’usage : ${useCase ?? "aucun, rien n’est lu auprès d’autres administrations"}`,
      `À saisir quand toutes les sources répondent : ${remaining.length} champs sur ${fields.length}`,
    ]),
    Champs: table(
      ["Étape", "Champ", "Nom", "Type", "Règle", "Source"],
      fields.map(({ step, label, name, kind, policy, from }) => [
        step,
        label,
        `\`${name}\``,
        kind,
        policy,
        from === undefined ? "" : `\`${from}\``,
      ]),
    ),
    Sources: list(sources.map(({ name, holder, keys }) => `\`${name}\` : ${holder} (${codes(keys)})`)),
    "Données demandées": list([
      `FranceConnect, identité : ${codes(scopes.identity)}`,
      `FranceConnect, pour les sources : ${codes(scopes.franceConnect)}`,
      `Jeton de l’habilitation : ${codes(scopes.apiParticulier)}`,
    ]),
    ...(tariff === undefined ? {} : { [tariff.caption]: table(tariff.headers, tariff.rows) }),
    "Ce que l’usager lit avant de commencer": [
      notice.introduction,
      ...(notice.sources.length === 0 ? [] : [list(notice.sources.map(readFrom))]),
      notice.retention,
      notice.refuse,
    ].join("\n\n"),
    "Base légale": list(notice.legalBasis),
  });
}
