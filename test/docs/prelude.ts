/** What the examples take as given: their reader's application, and the draft at hand. Global for them alone. */

import type { Express, Request, RequestHandler } from "express";
import type { Registry } from "prom-client";
import type { Dossier } from "../../src/dossiers/index.ts";
import type {
  ApiParticulier,
  ApiParticulierOptions,
  Citizen,
  FetchOptions,
  FieldError,
  FilledForm,
  FormState,
  Identity,
  Procedure,
  TariffRule,
  Tenant,
} from "../../src/index.ts";
import type { AgentHouse } from "../../src/service/agent/index.ts";
import type { Sessions } from "../../src/service/index.ts";

/** The application, its settings and its pages. */
export declare const app: Express;
export declare const express: typeof import("express");
export declare const session: typeof import("express-session");
export declare const baseUrl: string;
export declare const secret: string;
export declare const clientId: string;
export declare const clientSecret: string;
export declare const plusId: string;
export declare const plusSecret: string;
export declare const url: string;
export declare const token: string;
export declare const otherToken: string;
export declare const recipient: string;
export declare const siret: string;
export declare const redis: NonNullable<ApiParticulierOptions["redis"]>;
export declare const register: Registry;
export declare const logger: NonNullable<ApiParticulierOptions["logger"]>;
export declare const registry: { find(name: string): Promise<Tenant | undefined> };
export declare const house: AgentHouse;
export declare const sessions: Sessions;
export declare const desk: RequestHandler;
export declare const now: () => Date;

/** The request under way, and whose it is. */
export declare const req: Request & { readonly citizen: Citizen };
export declare const citizen: Citizen;
export declare const identity: Identity;
export declare const accessToken: string;
export declare const api: ApiParticulier;
export declare const accountOf: (req: Request) => Identity;

/** The form at hand. */
export declare const procedure: Procedure;
export declare const restaurationScolaire: Procedure;
export declare const tariff: TariffRule;
export declare const draft: { readonly id: string; readonly state: FormState };
export declare const filled: FilledForm;
export declare const dossier: Dossier;
export declare const errors: readonly FieldError[];
export declare const typed: Readonly<Record<string, readonly string[]>>;
export declare const save: NonNullable<FetchOptions["onSettled"]>;
export declare const send: (form: FilledForm) => void;
export declare const showTheAnswersAgain: () => void;
