import { z } from "zod";

/** What DataPass tells, whatever the version of its webhook; nothing about the applicant is read. */
export interface Notice {
  /** The request it is about: `authorization_request/api_particulier/42`. */
  readonly request: string;
  /** The event's own name, for the inbox. */
  readonly event: string;
  readonly meaning: NoticeMeaning;
  readonly service: "franceconnect" | "api-particulier" | "other";
  /** Unix seconds. */
  readonly firedAt: number;
  readonly siret?: string;
  readonly name?: string;
  /** ISO 8601; when the habilitation was issued. */
  readonly validatedAt?: string;
  /** SIRET of the éditeur that carries the request. */
  readonly vendorSiret?: string;
  readonly state?: string;
}

export type NoticeMeaning = "validated" | "withdrawn" | "progress" | "unknown";

/** Events of version 2, of version 1, and their older names. */
const MEANINGS: Readonly<Record<string, NoticeMeaning>> = {
  approve: "validated",
  validate: "validated",
  validate_application: "validated",
  revoke: "withdrawn",
  delete: "withdrawn",
  create: "progress",
  created: "progress",
  create_by_api: "progress",
  update: "progress",
  updated: "progress",
  update_by_api: "progress",
  submit: "progress",
  send_application: "progress",
  request_changes: "progress",
  review_application: "progress",
  notify: "progress",
  refuse: "progress",
  refuse_application: "progress",
  archive: "progress",
  reopen: "progress",
  cancel_reopening: "progress",
  transfer: "progress",
};

/** Unix seconds of this side of the year 9999: a date that every store can hold. */
const seconds = z.coerce.number().int().min(0).max(253_402_300_799);
const id = z.union([z.string(), z.number()]).transform(String);
const siret = z.string().optional().catch(undefined);
const time = z.string().optional().catch(undefined);

const Version2 = z.object({
  event: z.string(),
  fired_at: seconds,
  model_type: z.string(),
  model_id: id,
  data: z.object({
    state: z.string().optional().catch(undefined),
    last_validated_at: time,
    organization: z
      .object({ siret, name: z.string().optional().catch(undefined) })
      .optional()
      .catch(undefined),
    service_provider: z.object({ siret }).optional().catch(undefined),
  }),
});

const Version1 = z.object({
  event: z.string(),
  fired_at: seconds,
  model_type: z.string(),
  data: z.object({
    pass: z.object({ id, siret, status: z.string().optional().catch(undefined) }),
  }),
});

/** Reads a body of version 2 or 1; undefined for one that is neither. */
export function readNotice(body: unknown): Notice | undefined {
  const second = Version2.safeParse(body);
  if (second.success) {
    const { event, fired_at, model_type, model_id, data } = second.data;
    return {
      ...common(event, fired_at, model_type, model_id),
      ...(data.organization?.siret && { siret: data.organization.siret }),
      ...(data.organization?.name && { name: data.organization.name }),
      ...(data.last_validated_at && { validatedAt: data.last_validated_at }),
      ...(data.service_provider?.siret && { vendorSiret: data.service_provider.siret }),
      ...(data.state && { state: data.state }),
    };
  }
  const first = Version1.safeParse(body);
  if (!first.success) return undefined;
  const { event, fired_at, model_type, data } = first.data;
  return {
    ...common(event, fired_at, model_type, data.pass.id),
    ...(data.pass.siret && { siret: data.pass.siret }),
    ...(data.pass.status && { state: data.pass.status }),
  };
}

function common(event: string, firedAt: number, modelType: string, modelId: string) {
  const kind = modelType.toLowerCase().replace(/[^a-z]/g, "");
  return {
    request: `${modelType}/${modelId}`,
    event,
    meaning: MEANINGS[event] ?? ("unknown" as const),
    service: kind.endsWith("franceconnect")
      ? ("franceconnect" as const)
      : kind.includes("apiparticulier")
        ? ("api-particulier" as const)
        : ("other" as const),
    firedAt,
  };
}
