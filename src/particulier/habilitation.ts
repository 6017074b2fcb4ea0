/** In whose name the calls are made. */
export interface Habilitation {
  /** SIRET of the public body that receives the data: never the software vendor's. */
  readonly recipient: string;
  /** The JWT of API Particulier; without it only the FranceConnect mode is available. */
  readonly token?: string;
}
