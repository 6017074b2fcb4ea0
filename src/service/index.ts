export { untranslated } from "./language/index.ts";
export { type RolloutSettings, readRolloutSettings } from "./rollout-settings.ts";
export { openSessions, type Sessions } from "./sessions.ts";
export {
  type MailSettings,
  readSettings,
  type Settings,
  SettingsError,
  type SettingsProblem,
} from "./settings.ts";
export { type RunningService, type ServiceOptions, startService } from "./start.ts";
