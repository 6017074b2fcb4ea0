import type { Request } from "express";
import type { FilledForm } from "../../procedures/index.ts";
import type { OnboardingHouse } from "./house.ts";

type Witness = Pick<OnboardingHouse, "collectivites" | "onboarding" | "logger">;

/** A citizen has logged in: the collectivité's first login, if it is. Never awaited, never a reason to fail one. */
export function noteLogin(house: Witness, { hostname, originalUrl }: Request): void {
  note(house, async () => {
    const collectivite = await house.collectivites.resolve({ host: hostname, path: originalUrl });
    if (collectivite) await house.onboarding.recordFirstLogin(collectivite.siren);
  });
}

/** A dossier was sent: the collectivité's first pre-filled one, if the State had answered. */
export function noteDossier(house: Witness, { siren }: { readonly siren: string }, form: FilledForm): void {
  if (!form.fields.some(({ received }) => received?.provenance.source === "api-particulier")) return;
  note(house, () => house.onboarding.recordFirstPrefilledDossier(siren));
}

function note(house: Witness, record: () => Promise<unknown>): void {
  record().catch((error: unknown) => {
    house.logger.warn(
      { code: "onboarding_fact_lost", err: error },
      "a first login or dossier was not recorded",
    );
  });
}
