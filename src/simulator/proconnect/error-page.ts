import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { ErrorPage } from "../pages/error.tsx";
import { sendPage } from "../pages/send.ts";
import { agentError } from "./errors.ts";
import { type AgentPlatformState, PROCONNECT_LABEL } from "./platform.ts";

/** Sends the page of a code; the service learns of it only if the agent clicks the way back. */
export function sendAgentError(
  state: AgentPlatformState,
  res: ServerResponse,
  code: string,
  { detail, uid }: { readonly detail?: string | undefined; readonly uid?: string | undefined },
): void {
  const error = agentError(code);
  const id = randomUUID();
  state.logger?.warn({ platform: "proconnect", code, id, detail }, "ProConnect shows an error page");
  const back =
    error.back === undefined || uid === undefined
      ? undefined
      : {
          href: `/api/v2/redirect-to-sp-with-error?${new URLSearchParams({ ...error.back, uid })}`,
          label: "Réessayer de vous connecter",
        };
  sendPage(
    res,
    error.status,
    ErrorPage({ platform: PROCONNECT_LABEL, code, id, message: error.message, detail, back }),
  );
}
