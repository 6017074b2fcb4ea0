export type { Collectivite, Contact, Credentials, RegisteredClient, Theme } from "./collectivite.ts";
export { createCollectivites } from "./create.ts";
export { CollectiviteError, type CollectiviteErrorCode } from "./error.ts";
export type { CollectiviteInput, Collectivites } from "./registry.ts";
