import { BIRTH_PERSONAS } from "./births.ts";
import { OFFICIAL_PERSONAS } from "./official.ts";
import type { Persona } from "./persona.ts";
import { REFUSED_PERSONAS } from "./refused.ts";
import { SITUATION_PERSONAS } from "./situations.ts";

/** Every fictional citizen, in the order of the choice page: the demo's hero first. */
export const PERSONAS: readonly Persona[] = [
  ...SITUATION_PERSONAS,
  ...OFFICIAL_PERSONAS,
  ...BIRTH_PERSONAS,
  ...REFUSED_PERSONAS,
];
