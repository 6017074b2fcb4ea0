export type { Collectivite, Contact, Credentials, RegisteredClient, Theme } from "./collectivite.ts";
export type { CollectiviteInput, Collectivites } from "./registry.ts";
