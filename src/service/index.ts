export { openSessions, type Sessions } from "./sessions.ts";
export { readSettings, type Settings, SettingsError, type SettingsProblem } from "./settings.ts";
export { type RunningService, type ServiceOptions, startService } from "./start.ts";
