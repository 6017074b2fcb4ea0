import { PARTICULIER_FAULTS } from "../particulier/index.ts";
import { ANSWER_FAULTS } from "./answers.ts";
import { CALLBACK_FAULTS } from "./callback.ts";
import { ENVELOPE_FAULTS } from "./envelope.ts";
import type { Fault, FaultRow } from "./fault.ts";
import { ID_TOKEN_CLAIM_FAULTS } from "./id-token-claims.ts";
import { KEY_FAULTS } from "./keys.ts";
import { SIGNATURE_FAULTS } from "./signature.ts";
import { SITUATION_FAULTS } from "./situations.ts";
import { USERINFO_CLAIM_FAULTS } from "./userinfo.ts";

/** Every fault of FranceConnect, FranceConnect+ and ProConnect. */
export const PROVIDER_FAULTS: readonly Fault[] = [
  ...CALLBACK_FAULTS,
  ...ID_TOKEN_CLAIM_FAULTS,
  ...SIGNATURE_FAULTS,
  ...ENVELOPE_FAULTS,
  ...USERINFO_CLAIM_FAULTS,
  ...ANSWER_FAULTS,
  ...KEY_FAULTS,
  ...SITUATION_FAULTS,
];

/** Every fault of every simulated platform, without its mutation: what the lists show. */
export const FAULT_ROWS: readonly FaultRow[] = [
  ...PROVIDER_FAULTS.map(({ name, family, platforms, description, anchors, expect }) => ({
    name,
    family,
    platforms,
    description,
    ...(anchors === undefined ? {} : { anchors }),
    expect,
  })),
  ...PARTICULIER_FAULTS.map(({ name, description }) => ({
    name,
    family: "API Particulier",
    platforms: ["particulier"] as const,
    description,
    expect: "accept" as const,
  })),
];
