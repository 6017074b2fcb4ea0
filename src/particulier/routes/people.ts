import { z } from "zod";
import { date, text } from "./values.ts";

/** A member of a family as CNAF and MSA write them. `prenoms` is one string; a date may be `2020-00-00`. */
export const familyMember = z.object({
  nom_naissance: text,
  nom_usage: text,
  prenoms: text,
  date_naissance: date,
  sexe: text,
});
export type FamilyMember = z.infer<typeof familyMember>;

/** A declared address, line by line. */
export const postalAddress = z.object({
  destinataire: text,
  complement_information: text,
  complement_information_geographique: text,
  numero_libelle_voie: text,
  lieu_dit: text,
  code_postal_ville: text,
  pays: text,
});
export type PostalAddress = z.infer<typeof postalAddress>;
