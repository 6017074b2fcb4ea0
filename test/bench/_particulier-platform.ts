import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** An API Particulier that costs as little as it can, in a process of its own. `?delay` in its path answers late. */
const body = JSON.stringify({
  data: {
    allocataires: [
      {
        nom_naissance: "DUBOIS",
        nom_usage: null,
        prenoms: "ANGELA CLAIRE",
        date_naissance: "1962-08-24",
        sexe: "F",
      },
    ],
    enfants: [
      { nom_naissance: "DUBOIS", nom_usage: null, prenoms: "LEA", date_naissance: "2016-02-11", sexe: "F" },
      { nom_naissance: "DUBOIS", nom_usage: null, prenoms: "NOE", date_naissance: "2019-05-30", sexe: "M" },
    ],
    adresse: {
      destinataire: "Madame DUBOIS",
      numero_libelle_voie: "1 RUE DE LA MAIRIE",
      code_postal_ville: "33000 BORDEAUX",
      pays: "FRANCE",
    },
    quotient_familial: {
      fournisseur: "CNAF",
      valeur: 1045,
      annee: 2026,
      mois: 11,
      annee_calcul: 2026,
      mois_calcul: 11,
    },
  },
  links: {},
  meta: {},
});
const headers = {
  "Content-Type": "application/vnd.api+json",
  "X-Request-ID": "00000000-0000-4000-8000-000000000000",
  "Content-Length": String(Buffer.byteLength(body)),
};
/** Milliseconds that each source takes, by a word of its path. */
const delays: readonly [string, number][] = [
  ["quotient_familial/identite", Number(process.argv[2] ?? 0)],
  ["prime_activite", 100],
  ["allocation_adulte_handicape", 200],
  ["revenu_solidarite_active", 300],
  ["complementaire_sante_solidaire", 400],
];

const server = createServer((request, response) => {
  const delay = delays.find(([word]) => request.url?.includes(word))?.[1] ?? 0;
  const answer = () => response.writeHead(200, headers).end(body);
  if (delay === 0) answer();
  else setTimeout(answer, delay);
});
server.listen(0, "127.0.0.1", () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
