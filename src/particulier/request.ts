import type { Identity } from "../federation/index.ts";
import type { Version } from "./route.ts";

/** Who is asked about, and what is wanted of the answer. Give at least one way to designate the person. */
export interface ParticulierRequest {
  /** `…/identite`, with the habilitation's token. For `scolarites` it is the pupil's. */
  readonly identity?: Identity;
  /** `…/france_connect`, with the citizen's own token: it lives 60 seconds. Preferred while it is young. */
  readonly accessToken?: string;
  /** When FranceConnect issued the access token. Where absent the token is taken for a young one. */
  readonly issuedAt?: Date | string;
  /** `…/ine`: the student's national number. */
  readonly ine?: string;
  /** `…/identifiant`: France Travail login or SI Sports number. */
  readonly identifiant?: string;
  /** The vehicle's plate, for `extrait-immatriculation-vehicule`. */
  readonly immatriculation?: string;
  /** Paths as in `keysOf`: nothing else of the answer is returned. All of it where absent. */
  readonly keys?: readonly string[];
  /** Further query parameters, by their official name without brackets (`annee`, `codesBcnDepartements`…). */
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>;
  readonly version?: Version;
  /**
   * The citizen whom the answer must be about. An answer that carries people and not this one comes back as
   * `unidentified` (`identity_mismatch`), with nothing of it.
   */
  readonly citizen?: Identity;
  /** Asks the provider again instead of API Particulier's cache. Implied by `annee` and `mois`. */
  readonly fresh?: boolean;
  readonly signal?: AbortSignal;
  /** Milliseconds for everything: waiting, retries, reading. */
  readonly deadline?: number;
  /** SIRET of the public body that receives the data, where it is not the client's. */
  readonly recipient?: string;
}
