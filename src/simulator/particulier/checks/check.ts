import type { Answer } from "../answer.ts";
import type { Call } from "../call.ts";
import type { Platform } from "../platform.ts";

/** One check of the platform: an answer stops the call, nothing lets it through to the next check. */
export type Check = (call: Call, platform: Platform) => Answer | undefined | Promise<Answer | undefined>;
