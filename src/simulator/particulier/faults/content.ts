import type { Answer } from "../answer.ts";
import { isRecord } from "../citizen-token.ts";
import type { ParticulierFault } from "./fault.ts";

function body(name: string, description: string, value: unknown): ParticulierFault {
  return { name, description, stage: "answer", play: (answer) => ({ ...answer, body: value }) };
}

/** Every value of the answer, leaf by leaf, with the key it stands under. */
function leaves(
  name: string,
  description: string,
  change: (value: unknown, key: string) => unknown,
): ParticulierFault {
  return {
    name,
    description,
    stage: "answer",
    play: (answer) => ({ ...answer, body: mapLeaves(answer.body, change) }),
  };
}

function mapLeaves(value: unknown, change: (value: unknown, key: string) => unknown, key = ""): unknown {
  const changed = change(value, key);
  if (changed !== value) return changed;
  if (Array.isArray(value)) return value.map((item) => mapLeaves(item, change, key));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, mapLeaves(item, change, name)]),
  );
}

/** The keys of `data` replaced or added. */
function data(
  name: string,
  description: string,
  values: Readonly<Record<string, unknown>>,
): ParticulierFault {
  const play = (answer: Answer): Answer => {
    if (!isRecord(answer.body) || !isRecord(answer.body.data)) return answer;
    return { ...answer, body: { ...answer.body, data: { ...answer.body.data, ...values } } };
  };
  return { name, description, stage: "answer", play };
}

const isDate = (key: string) => key.startsWith("date_");
const STRANGER = {
  nom_naissance: "INCONNU",
  nom: "INCONNU",
  nom_usage: null,
  prenoms: "AUTRE PERSONNE",
  prenom: "AUTRE",
  date_naissance: "1901-01-01",
};
const CHILD = {
  nom_naissance: "NOMBREUX",
  nom_usage: null,
  prenoms: "ENFANT",
  date_naissance: "2019-01-01",
  sexe: "F",
};
const MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>";
const ERRORS = {
  errors: [{ code: "35999", title: "Erreur inconnue du fournisseur de données", detail: "…" }],
};

/** 200, but not what the documentation promises. */
export const CONTENT_FAULTS: readonly ParticulierFault[] = [
  body("ok-with-errors", "200 whose body is an error", ERRORS),
  body("ok-empty-object", "200 with {}", {}),
  body("ok-null", "200 with null", null),
  body("ok-list", "200 with a list", []),
  body("ok-text", "200 with a JSON text", "ok"),
  body("data-null", "200 whose data is null", { data: null, links: {}, meta: {} }),
  body("data-empty", "200 whose data is {}, as when every scope is missing", {
    data: {},
    links: {},
    meta: {},
  }),
  body("data-list", "200 whose data is a list", { data: [], links: {}, meta: {} }),
  data("unknown-keys", "New keys at every level that was known", {
    nouvelle_cle: { valeur: 1 },
    __version: "2027",
  }),
  data("quotient-null", "quotient_familial is null", { quotient_familial: null }),
  leaves("quotient-value-null", "The value of the quotient familial is null", (value, key) =>
    key === "valeur" ? null : value,
  ),
  leaves("quotient-as-text", "The value of the quotient familial is a text", (value, key) =>
    key === "valeur" ? String(value) : value,
  ),
  leaves("quotient-negative", "The value of the quotient familial is negative", (value, key) =>
    key === "valeur" ? -1 : value,
  ),
  leaves("quotient-huge", "The value of the quotient familial is beyond any integer", (value, key) =>
    key === "valeur" ? 1e21 : value,
  ),
  leaves("dates-impossible", "Dates that are not dates", (value, key) =>
    isDate(key) ? "200&-04-23" : value,
  ),
  leaves("dates-partial", "Dates whose month and day are 00", (value, key) =>
    isDate(key) && typeof value === "string" ? `${value.slice(0, 4)}-00-00` : value,
  ),
  leaves("dates-null", "Dates that are null", (value, key) => (isDate(key) ? null : value)),
  leaves("dates-french", "Dates as 31/12/2020", (value, key) => (isDate(key) ? "31/12/2020" : value)),
  leaves("step-as-number", "The step of a scholarship is a number instead of a text", (value, key) =>
    key === "echelon" ? Number.parseInt(String(value), 10) : value,
  ),
  leaves(
    "names-as-list",
    "Given names as a list where a text is documented, and the other way round",
    (value, key) => {
      if (key !== "prenoms") return value;
      return Array.isArray(value) ? value.join(" ") : String(value).split(" ");
    },
  ),
  leaves("booleans-as-text", "true and false as texts", (value) =>
    typeof value === "boolean" ? String(value) : value,
  ),
  leaves("numbers-as-text", "Numbers as texts", (value) =>
    typeof value === "number" ? String(value) : value,
  ),
  data("children-null", "enfants is null", { enfants: null }),
  data("children-hundred", "A hundred children", { enfants: Array.from({ length: 100 }, () => CHILD) }),
  data("holders-null", "allocataires is null", { allocataires: null }),
  leaves("another-person", "Everyone in the answer is somebody else", (value, key) =>
    Object.hasOwn(STRANGER, key) ? STRANGER[key as keyof typeof STRANGER] : value,
  ),
  data("address-empty", "An address whose every line is null", {
    adresse: {
      destinataire: null,
      complement_information: null,
      complement_information_geographique: null,
      numero_libelle_voie: null,
      lieu_dit: null,
      code_postal_ville: null,
      pays: null,
    },
  }),
  data("address-text", "The address as one text", { adresse: "1 RUE DE LA GARE 75002 PARIS" }),
  leaves("markup-in-texts", "Every text holds HTML", (value) => (typeof value === "string" ? MARKUP : value)),
  leaves("control-characters", "Every text holds control and direction characters", (value) =>
    typeof value === "string" ? `\u0000\u202e${value}\u0007` : value,
  ),
  leaves("long-texts", "Every text is 100,000 characters long", (value) =>
    typeof value === "string" ? "É".repeat(100_000) : value,
  ),
];
