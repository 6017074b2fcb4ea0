/** Camille Fournel, the demo's hero, as the `/identite` routes take her. */
export const CAMILLE = {
  nomNaissance: "FOURNEL",
  prenoms: ["CAMILLE", "JEANNE"],
  anneeDateNaissance: 1987,
  moisDateNaissance: 5,
  jourDateNaissance: 21,
  sexeEtatCivil: "F",
  codeCogInseePaysNaissance: "99100",
  codeCogInseeCommuneNaissance: "33063",
};

/** The same person as FranceConnect's introspection describes her. */
export const CAMILLE_CLAIMS = {
  family_name: "FOURNEL",
  given_name: "Camille Jeanne",
  given_name_array: ["Camille", "Jeanne"],
  birthdate: "1987-05-21",
  gender: "female",
  birthplace: "33063",
  birthcountry: "99100",
};

export const LEO = {
  nomNaissance: "GARNIER",
  prenoms: ["LÉO"],
  anneeDateNaissance: 2005,
  moisDateNaissance: 9,
  jourDateNaissance: 14,
  sexeEtatCivil: "M",
  codeCogInseePaysNaissance: "99100",
  codeCogInseeCommuneNaissance: "63113",
};

export const QF = "/v3/dss/quotient_familial/identite";
export const QF_CITIZEN = "/v3/dss/quotient_familial/france_connect";
