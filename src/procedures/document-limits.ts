/**
 * How much may be joined, and why no more. Sizes in bytes, and a megabyte is a million of them, as telephones count.
 *
 * - a page photographed by a telephone weighs two to four megabytes, a scanned certificate less than one;
 * - five files are the five pages of a notice photographed one by one;
 * - a dossier asks for a few documents: twenty megabytes hold them all, and a thousand dossiers fit on any disk;
 * - thirty files count those that a correction has replaced, which stay for the agent to compare;
 * - two hundred characters fit every file system, with room for the number that a download may add.
 */
export const DOCUMENT_LIMITS = {
  bytesPerFile: 5_000_000,
  filesPerField: 5,
  bytesPerDossier: 20_000_000,
  filesPerDossier: 30,
  charactersOfName: 200,
} as const;
