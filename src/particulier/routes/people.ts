import { z } from "zod";

/** A member of a family as CNAF and MSA write them. `prenoms` is one string; a date may be `2020-00-00`. */
export const familyMember = z.object({
  nom_naissance: z.string().nullish(),
  nom_usage: z.string().nullish(),
  prenoms: z.string().nullish(),
  date_naissance: z.string().nullish(),
  sexe: z.string().nullish(),
});
export type FamilyMember = z.infer<typeof familyMember>;

/** A declared address, line by line. */
export const postalAddress = z.object({
  destinataire: z.string().nullish(),
  complement_information: z.string().nullish(),
  complement_information_geographique: z.string().nullish(),
  numero_libelle_voie: z.string().nullish(),
  lieu_dit: z.string().nullish(),
  code_postal_ville: z.string().nullish(),
  pays: z.string().nullish(),
});
export type PostalAddress = z.infer<typeof postalAddress>;
