import { isSiret } from "../federation/index.ts";
import { CollectiviteError, type CollectiviteErrorCode } from "./error.ts";
import type { CollectiviteInput } from "./registry.ts";

type Check = readonly [
  code: CollectiviteErrorCode,
  value: (input: CollectiviteInput) => string | undefined,
  good: (value: string) => boolean,
  advice: string,
];

const COLOUR = /^#[\da-f]{6}$/i;
const HOST = /^(?=.{1,253}$)[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/;

const CHECKS: readonly Check[] = [
  ["siret_invalid", ({ siret }) => siret, isSiret, "is not a SIRET: 14 digits, the last one a checksum"],
  [
    "slug_invalid",
    ({ slug }) => slug,
    (slug) => /^[a-z\d]+(-[a-z\d]+)*$/.test(slug),
    "is not a slug: small letters without accents, digits and single hyphens",
  ],
  [
    "host_invalid",
    ({ host }) => host,
    (host) => HOST.test(host),
    "is not a host name: small letters, without scheme, port or path",
  ],
  [
    "colour_invalid",
    ({ theme }) => theme?.primary,
    (colour) => COLOUR.test(colour),
    "is not a colour: #rrggbb",
  ],
  [
    "colour_invalid",
    ({ theme }) => theme?.accent,
    (colour) => COLOUR.test(colour),
    "is not a colour: #rrggbb",
  ],
];

/** Refuses the first thing that is not written as it should be. */
export function checkInput(input: CollectiviteInput): void {
  for (const [code, read, good, advice] of CHECKS) {
    const value = read(input);
    if (value !== undefined && !good(value)) throw new CollectiviteError(code, `« ${value} » ${advice}`);
  }
}
