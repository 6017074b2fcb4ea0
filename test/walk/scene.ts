import type { BrowserContextOptions, Page } from "playwright-core";
import type { BackDoor } from "../support/back-door.ts";
import type { See } from "../support/browser-walk.ts";
import type { WholePortal } from "../support/whole-portal.ts";

/** Where the pages are walked, and what is done at each stop. */
export interface Scene {
  readonly portal: WholePortal;
  readonly inside: BackDoor;
  /** A window of its own; as wide as a desk where nothing else is said. */
  open(width?: number, options?: BrowserContextOptions): Promise<Page>;
  readonly see: See;
}

export const press = (page: Page, name: string): Promise<void> => page.getByRole("button", { name }).click();
