export type { OnboardingHouse } from "./house.ts";
export { noteDossier, noteLogin } from "./own-facts.ts";
export { onboardingPages } from "./pages.tsx";
export { onboardingWebhook } from "./webhook.ts";
