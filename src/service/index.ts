export { readSettings, type Settings, SettingsError, type SettingsProblem } from "./settings.ts";
export { type RunningService, type ServiceOptions, startService } from "./start.ts";
