/** Who answers behind API Particulier, and the first two digits of their error codes. */
export const PROVIDER_PREFIXES = {
  MSA: "10",
  CNAF: "23",
  "France Travail": "24",
  MESRI: "25",
  CNOUS: "26",
  MEN: "30",
  "GIP-MDS": "31",
  "CNAF & MSA": "35",
  "Sécurité sociale": "36",
  CNAV: "37",
  DSNJ: "39",
  RNCPS: "40",
  SDH: "41",
  ANTS: "42",
  FranceConnect: "51",
} as const;

export type Provider = keyof typeof PROVIDER_PREFIXES;
