export type { OnboardingHouse } from "./house.ts";
export { onboardingPages } from "./pages.tsx";
export { onboardingWebhook } from "./webhook.ts";
