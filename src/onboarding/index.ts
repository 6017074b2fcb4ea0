export { type Campaign, SHIPPED_CAMPAIGN } from "./campaign.ts";
export type { Digest } from "./digest.ts";
export type { DigestLine } from "./digest-line.ts";
export { OnboardingError, type OnboardingErrorCode } from "./error.ts";
export type { FundingIndication } from "./funding.ts";
export type { ImportReport } from "./import/report.ts";
export {
  MILESTONES,
  type Milestone,
  type MilestoneSlug,
  type Owner,
  SIDE_MILESTONES,
  TURN_OF,
} from "./milestone.ts";
export { createOnboarding, type DigestRequest, type Onboarding } from "./onboarding.ts";
export type { DeclaredAddress } from "./probes/probes.ts";
export { QUALITY_INDICATORS, type QualityIndicator } from "./quality.ts";
export type { QuarterFigures } from "./quarters/freeze.ts";
export type { Partner } from "./registry/partners.ts";
export type { OwnService } from "./served.ts";
export type { AgeingFilter, AgeingRow } from "./statistics/ageing.ts";
export type { Breakdowns, Dimension, Rate } from "./statistics/breakdowns.ts";
export type { CurvePoint } from "./statistics/curve.ts";
export type { Forecast } from "./statistics/forecast.ts";
export { type StageFigures, WAITS } from "./statistics/funnel.ts";
export type { Overview } from "./statistics/overview.ts";
export type { Pace } from "./statistics/pace.ts";
export type { Told } from "./tell.ts";
export type { Stratum, Territory, TerritoryKind } from "./territory.ts";
export type { Timeline, TimelineEntry } from "./timeline.ts";
export type { WebhookOutcome } from "./webhook/receive.ts";
