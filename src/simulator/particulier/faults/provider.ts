import type { Answer } from "../answer.ts";
import { platformError, providerError } from "../errors.ts";
import { type FailureSubcode, providerFailure } from "../provider-errors.ts";
import type { Provider } from "../providers.ts";
import type { ParticulierFault } from "./fault.ts";

function fails(
  name: string,
  description: string,
  subcode: FailureSubcode,
  meta: Readonly<Record<string, unknown>> = {},
  times?: number,
): ParticulierFault {
  return {
    name,
    description,
    stage: "provider",
    ...(times !== undefined && { times }),
    play: ({ route }) => providerFailure(route.provider, subcode, meta),
  };
}

function answers(name: string, description: string, answer: () => Answer): ParticulierFault {
  return { name, description, stage: "provider", play: answer };
}

function noDossier(name: string, description: string, provider: Provider, of: string): ParticulierFault {
  return answers(name, description, () =>
    providerError(404, provider, "003", {
      title: `Dossier allocataire absent ${provider}`,
      detail: `Le dossier allocataire n'a pas été trouvé auprès ${of}.`,
    }),
  );
}

/** What happens behind the platform: each failure class, and the refusals that only a provider can give. */
export const PROVIDER_FAULTS: readonly ParticulierFault[] = [
  fails("provider-down", "502 xx001: the provider is not available", "001"),
  fails("provider-down-once", "502 xx001, then the answer", "001", {}, 1),
  fails("provider-internal-error", "502 xx000: the provider answers with its own internal error", "000"),
  fails("provider-unknown-answer", "502 xx999: the platform does not understand the provider", "999"),
  fails("provider-dns", "502 xx004: the provider's name does not resolve", "004"),
  fails("provider-authentication", "502 xx006: the platform is refused by the provider", "006"),
  fails("provider-throttled", "502 xx008: the provider throttles the platform", "008"),
  fails("provider-certificate", "502 xx009: the provider's certificate has expired", "009"),
  fails("provider-temporary", "502 xx011: « réessayer dans quelques instants »", "011"),
  fails("provider-timeout", "504 xx002: the provider did not answer in time", "002"),
  fails("provider-timeout-once", "504 xx002, then the answer", "002", {}, 1),
  fails("provider-maintenance", "503 xx020: maintenance window, retry_in 2700 seconds", "020", {
    retry_in: 2700,
  }),
  fails(
    "provider-maintenance-ending",
    "503 xx020 with retry_in 1, then the answer",
    "020",
    { retry_in: 1 },
    1,
  ),
  answers("network-error", "502 00501 with retry_in 10", () => platformError(502, "00501", { retry_in: 10 })),
  answers("nobody-recognised", "422 00355: the identity designates nobody", () =>
    platformError(422, "00355"),
  ),
  answers("homonyms", "422 00391: the identity designates several people", () => platformError(422, "00391")),
  answers("civility-refused", "422 00366: the gateway refuses the identity", () =>
    platformError(422, "00366"),
  ),
  answers(
    "civility-refused-later",
    "422 35561 with meta.provider: refused after the provider was asked",
    () =>
      providerError(422, "CNAF & MSA", "561", {
        title: "Entité non traitable",
        detail: "Les paramètres de civilité ont été refusés par le fournisseur de données.",
      }),
  ),
  answers("period-refused", "422 35565: the month asked is too old for the provider", () =>
    providerError(422, "CNAF & MSA", "565", {
      title: "Entité non traitable",
      detail: "La période demandée a été refusée par le fournisseur de données.",
    }),
  ),
  noDossier(
    "caf-not-refreshed",
    "404 23003, as everyone gets before the first week-end of the month",
    "CNAF",
    "de la CNAF",
  ),
  noDossier("msa-no-dossier", "404 10003: no dossier at the MSA", "MSA", "de la MSA"),
  noDossier(
    "silent-fund",
    "404 40003: a fund that does not answer looks like an absent dossier",
    "RNCPS",
    "du RNCPS",
  ),
];
