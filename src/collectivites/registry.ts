import type { Collectivite, Contact, Credentials, Theme } from "./collectivite.ts";

/** What to write for a collectivité; whatever is left out keeps its value, or gets a default on the first save. */
export interface CollectiviteInput {
  readonly siret: string;
  readonly name: string;
  readonly slug?: string;
  readonly host?: string;
  readonly theme?: Theme;
  readonly contact?: Contact;
  readonly credentials?: Credentials;
}

/** Which collectivité is this request for, and with which keys? */
export interface Collectivites {
  /**
   * The collectivité of a request: by the path `/c/<slug>`, else by host name, else the only one there is.
   * In memory after the first time; the first time costs one read.
   */
  resolve(request: { readonly host?: string; readonly path?: string }): Promise<Collectivite | undefined>;
  find(id: string): Promise<Collectivite | undefined>;
  /** The agents' way in: by the SIRET that ProConnect asserts. */
  findBySiret(siret: string): Promise<Collectivite | undefined>;
  /** Its own clients and tokens; empty where it uses the service's. */
  credentials(id: string): Promise<Credentials>;
  /** Adds it, or updates the one with this SIRET (or, where the seat has moved, this SIREN). */
  save(input: CollectiviteInput): Promise<Collectivite>;
  /** By name. */
  list(): Promise<readonly Collectivite[]>;
}
