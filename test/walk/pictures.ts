/** A picture of `docs/pages.md`. */
export interface Picture {
  readonly chapter: string;
  /** The name that the walk gives to the page. */
  readonly seen: string;
  /** In `docs/images/pages`, without its ending. */
  readonly file: string;
  readonly sentence: string;
  readonly look?: "telephone" | "dark";
}

type Row = readonly [seen: string, file: string, sentence: string, look?: Picture["look"]];

const CITIZEN: readonly Row[] = [
  ["home", "home", "The first page: what the commune offers online, and who it is for."],
  ["home", "home-telephone", "The same on a telephone, 320 pixels wide.", "telephone"],
  ["home", "home-dark", "The same in the dark.", "dark"],
  ["english-home", "home-english", "The same in English, at a click."],
  [
    "restauration-scolaire-presentation",
    "presentation",
    "A procedure before it begins: what will be fetched from whom (article L114-8 CRPA), what is left to type, the other ways.",
  ],
  [
    "apa-presentation",
    "presentation-plus",
    "A sensitive procedure asks for FranceConnect+, for oneself or for somebody else.",
  ],
  [
    "for-other-presentation",
    "for-other",
    "For somebody else: nothing that the State knows of the filer fills in the other person's form.",
  ],
  ["for-other-filer", "for-other-filer", "Who files, and in what capacity."],
  ["connexion", "login", "The login page."],
  ["provider-information", "simulator", "The simulated FranceConnect, which says what will be transmitted."],
  ["restauration-scolaire-sources", "sources", "What the State has answered, source by source."],
  [
    "sources-fournisseur_en_panne",
    "sources-down",
    "A provider is down: the form stays usable, and can be tried again.",
  ],
  [
    "vous",
    "step",
    "A step: what FranceConnect certifies is text, what it knows can be corrected, the rest is typed.",
  ],
  ["vous-error", "step-error", "The same step in error: a summary with links, a message at each field."],
  ["vous", "step-telephone", "On a telephone.", "telephone"],
  ["vous", "step-dark", "In the dark.", "dark"],
  [
    "contested",
    "contest",
    "A fixed value is contested with a reason, and the price follows from the rule that was voted.",
  ],
  ["child-added", "children", "Children come from the CAF; others can be added."],
  ["by-hand", "by-hand", "The same form without FranceConnect, and a way back to it."],
  ["english-step-error", "step-english", "A step in English, in error."],
  [
    "document-refused",
    "documents",
    "A document is joined only where a source is silent; a file that is not what it says is refused.",
  ],
  ["resume-code", "resume-code", "Without an account, a code opens the demand again."],
  [
    "stationnement-resident-vehicule-login-needed",
    "login-again",
    "Some sources are read right after a login alone: in mid-form, « Récupérer mes données avec FranceConnect ».",
  ],
  [
    "restauration-scolaire-check",
    "check",
    "Everything is checked before it is sent, with the origin of each value.",
  ],
  ["confirmation", "confirmation", "The receipt, which can be printed."],
  ["confirmation", "confirmation-telephone", "On a telephone.", "telephone"],
  ["opinion", "opinion", "« Je donne mon avis »: the State's four questions, where it has no button for us."],
  ["dossiers", "dossiers", "« Mes dossiers »: what was sent, and what is left in draft."],
  ["dossier-Demande acceptée", "dossier", "A dossier after the decision, with who looked at it and when."],
  ["correction-asked", "correction-asked", "An agent asks for a correction."],
  ["correction", "correction", "Only the fields that were named can be changed."],
  ["withdrawal", "withdrawal", "A request can be withdrawn until it is decided."],
  ["data", "data", "« Mes données »: what was read, until when it is kept, who looked."],
  ["quality", "quality", "The quality of the procedures, by quarter, for everybody."],
  ["session-expired", "session-expired", "The session has expired: nothing that was typed is lost."],
  ["rien", "not-found", "An address that leads nowhere."],
  ["aide", "help", "Help."],
  ["accessibilite", "accessibility", "The accessibility statement."],
  ["donnees-personnelles", "privacy", "Personal data, procedure by procedure."],
  ["mentions-legales", "legal", "Legal notice."],
  ["plan-du-site", "sitemap", "The site map."],
];

const AGENT: readonly Row[] = [
  ["agent-login", "agent-login", "The agents' door: ProConnect."],
  ["inbox", "inbox", "The inbox, oldest first, with filters that stay fast at 100,000 dossiers."],
  ["inbox", "inbox-dark", "The same in the dark.", "dark"],
  ["inbox", "inbox-telephone", "On a telephone.", "telephone"],
  [
    "restauration-scolaire-mirror",
    "mirror",
    "The mirror: what was received beside what the citizen declared, with the origin of each value.",
  ],
  [
    "agent-dossier",
    "mirror-corrected",
    "The mirror of a form with a correction and a contested value, and its accesses.",
  ],
  ["decision-Refuser", "decision", "A decision says what the citizen will read."],
  ["agent-Envoyer la demande de correction-error", "decision-error", "A request for correction, in error."],
  [
    "agent-conflict",
    "conflict",
    "Two agents decided at once: the second one is told what the first one did.",
  ],
  ["agent-refresh", "refresh", "A source is asked again: why is asked, and traced."],
  ["agent-refreshed", "refreshed", "What it answers now stands beside what was sent."],
  ["counter-identity", "counter-identity", "The counter: a demand for a citizen without Internet."],
  ["counter-information", "counter-information", "The citizen is told what will be fetched, before it is."],
  ["counter-step", "counter-step", "The same form, typed in by an agent."],
  ["agent-journal?verifier=oui", "journal", "The journal of accesses, whose chain has just been verified."],
  [
    "agent-statistiques",
    "statistics",
    "Statistics: what was filled in, corrected and contested, where forms are left, which documents were spared.",
  ],
  ["agent-qualite", "agent-quality", "What citizens think, and the indicators of each quarter."],
  ["agent-demarches", "papers", "Each procedure's DataPass draft and its entry in the record of processing."],
  ["agent-export", "export", "An export asks for its purpose."],
  ["rollout-step-error", "agent-rollout", "An administrator records a step of the roll-out."],
  ["rollout-steering", "steering", "What holds the roll-out back, who waits, and whose turn it is."],
];

const ROLLOUT: readonly Row[] = [
  ["rollout-busy", "rollout", "The roll-out for everybody: how far, how fast, until when."],
  ["rollout-busy/collectivites?q=bord", "rollout-search", "A collectivité is looked for."],
  ["rollout-busy/collectivites/commune:T1", "rollout-way", "The way of one collectivité."],
  ["rollout-busy/donnees", "rollout-data", "Open data of the roll-out."],
];

const CHAPTERS: Readonly<Record<string, readonly Row[]>> = {
  "The citizen's side": CITIZEN,
  "The agent's side": AGENT,
  "The roll-out": ROLLOUT,
};

/** Every picture, in the order of `docs/pages.md`. */
export const PICTURES: readonly Picture[] = Object.entries(CHAPTERS).flatMap(([chapter, rows]) =>
  rows.map(([seen, file, sentence, look]) => ({ chapter, seen, file, sentence, ...(look && { look }) })),
);
