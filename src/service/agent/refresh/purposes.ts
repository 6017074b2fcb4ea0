/** Why a source is asked again: chosen, so that nothing personal enters the journal. */
export const REFRESH_PURPOSES = [
  { value: "desaccord", label: "Vérifier une donnée corrigée ou contestée par l’usager" },
  { value: "manque", label: "Obtenir une donnée qui manquait à l’envoi" },
  { value: "anciennete", label: "Décider sur une donnée à jour" },
  { value: "situation", label: "Tenir compte d’un changement de situation signalé par l’usager" },
  { value: "autre", label: "Autre raison, à préciser" },
] as const;

export type RefreshPurpose = (typeof REFRESH_PURPOSES)[number];
