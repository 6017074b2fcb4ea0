/** What surrounds every page: whose site it is, who is there, where they are. */
export interface Frame {
  readonly collectivite: {
    readonly name: string;
    readonly contact: Contact;
  };
  readonly assets: {
    readonly stylesheet: string;
    readonly theme: string;
    readonly icon: string;
    readonly fonts: readonly string[];
  };
  /** The path asked for, without its query. */
  readonly path: string;
  /** The same with its query, where it can be asked for again: what a change of language comes back to. */
  readonly here?: string;
  /** « Angela DUBOIS », once logged in. */
  readonly citizenName?: string;
  /** Absent where no session can be read (an early error): then there is no form. */
  readonly csrfToken?: string;
  /** Pages say that nothing here is real. */
  readonly sandbox: boolean;
}

/** How to reach people rather than pages. */
export interface Contact {
  readonly phone?: string;
  readonly address?: string;
  readonly openingHours?: string;
  readonly email?: string;
  readonly dpo?: string;
}
