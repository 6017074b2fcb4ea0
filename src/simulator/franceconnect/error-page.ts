import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { ErrorPage } from "../pages/error.tsx";
import { sendPage } from "../pages/send.ts";
import { platformError } from "./errors.ts";
import { type CitizenPlatformState, serviceName } from "./platform.ts";

export interface ErrorPageOptions {
  readonly detail?: string | undefined;
  /** The login under way, which « Revenir sur … » ends. */
  readonly interaction?: { readonly uid: string; readonly clientId: unknown } | undefined;
}

/** Where « Revenir sur … » leads: ends the login with an error that goes to the service. */
export function backHref(
  uid: string,
  back: { readonly error: string; readonly error_description: string },
): string {
  return `/api/v2/redirect-to-sp-with-error?${new URLSearchParams({ ...back, uid })}`;
}

/** Sends the page of a Y-code, with the way back where the platform has one. */
export function sendErrorPage(
  state: CitizenPlatformState,
  res: ServerResponse,
  code: string,
  { detail, interaction }: ErrorPageOptions,
): void {
  const error = platformError(code);
  const id = randomUUID();
  state.logger?.warn(
    { platform: state.profile.platform, code, id, detail },
    "FranceConnect shows an error page",
  );
  const back =
    error.back === undefined || interaction === undefined
      ? undefined
      : {
          href: backHref(interaction.uid, error.back),
          label: `Revenir sur ${serviceName(state, interaction.clientId)}`,
        };
  sendPage(
    res,
    error.status,
    ErrorPage({ platform: state.profile.label, code, id, message: error.message, detail, back }),
  );
}
