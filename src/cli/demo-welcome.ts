import { PERSONAS, type Simulator } from "../simulator/index.ts";

/** The situations worth a try, by persona, in the order in which a newcomer should try them. */
const TO_TRY = [
  "famille",
  "famille_msa",
  "sans_dossier_caf",
  "fournisseur_en_panne",
  "fournisseur_lent",
  "jeton_expire",
  "senior_apa",
  "automobiliste",
  "naissance_Algérie",
  "étranger_présumé_né_jour_et_mois",
  "test",
] as const;

/** What the demo prints once it runs: where to go, as whom, and what to look at. */
export function demoWelcome(baseUrl: string, simulator: Simulator): readonly string[] {
  const personas = TO_TRY.flatMap((id) => PERSONAS.find((persona) => persona.id === id) ?? []);
  const width = Math.max(...personas.map(({ id }) => id.length));
  return [
    "",
    `  Le portail de la commune      ${baseUrl}`,
    `  Le bureau de l’agent          ${baseUrl}/agent`,
    "",
    `  FranceConnect simulé          ${simulator.franceconnect.issuer}`,
    `  FranceConnect+ simulé         ${simulator.franceconnectPlus.issuer}`,
    `  ProConnect simulé             ${simulator.proconnect.issuer}`,
    `  API Particulier simulée       ${simulator.apiParticulier.url}`,
    "",
    "  Pour commencer : « Restauration scolaire », puis « S’identifier avec FranceConnect »,",
    "  n’importe quel fournisseur d’identité, et la persona « famille ».",
    "  Ensuite le bureau de l’agent : la même demande, en miroir.",
    "",
    "  Les personas à essayer :",
    ...personas.map(({ id, title, note }) => `    ${id.padEnd(width)}  ${title}. ${note}`),
    "",
    "  Tout est fictif et reste sur cette machine. Ctrl-C arrête tout.",
    "",
  ];
}
