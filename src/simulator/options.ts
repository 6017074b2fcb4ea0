/** The part of pino's logger that the simulator uses. */
export interface SimulatorLogger {
  info(object: object, message?: string): void;
  warn(object: object, message?: string): void;
  error(object: object, message?: string): void;
  debug(object: object, message?: string): void;
}

/** A service's client, in OpenID Connect's own metadata names, with what FranceConnect adds to them. */
export interface SimulatorClient {
  readonly client_id: string;
  readonly client_secret: string;
  readonly client_name?: string;
  readonly redirect_uris: readonly string[];
  readonly post_logout_redirect_uris?: readonly string[];
  /** `ES256`, `RS256` or `HS256`; the platform's recommended one where absent. */
  readonly id_token_signed_response_alg?: string;
  readonly userinfo_signed_response_alg?: string;
  readonly id_token_encrypted_response_alg?: string;
  readonly id_token_encrypted_response_enc?: string;
  readonly userinfo_encrypted_response_alg?: string;
  readonly userinfo_encrypted_response_enc?: string;
  readonly jwks_uri?: string;
  readonly jwks?: { readonly keys: readonly object[] };
  readonly sector_identifier_uri?: string;
  /** Scopes it is authorised for, separated by spaces; everything where absent. */
  readonly scope?: string;
  /** Claims it may ask for by the `claims` parameter; `["amr"]` where absent. */
  readonly claims?: readonly string[];
  /** Clients of one entity share their citizens' `sub`; the client's own id where absent. */
  readonly entity_id?: string;
  /** A private service asks for consent before it gets the identity. */
  readonly type?: "public" | "private";
  readonly identity_consent?: boolean;
  /** Identity providers reachable by `idp_hint`; all where absent. */
  readonly idp_hints?: readonly string[];
  /** FranceConnect: with `login`, `prompt=login` skips the information page. */
  readonly allowed_prompts?: readonly string[];
  /** `false` for a deactivated client. */
  readonly active?: boolean;
}

/** A data provider (fournisseur de données) that may call `checktoken`. */
export interface DataProvider {
  readonly client_id: string;
  readonly client_secret: string;
  readonly jwks: { readonly keys: readonly object[] };
  readonly scope?: string;
  readonly checktoken_signed_response_alg?: string;
  readonly checktoken_encrypted_response_alg?: string;
  readonly checktoken_encrypted_response_enc?: string;
}

export interface SimulatorClients {
  readonly franceconnect?: readonly SimulatorClient[];
  readonly franceconnectPlus?: readonly SimulatorClient[];
  readonly proconnect?: readonly SimulatorClient[];
  readonly dataProviders?: readonly DataProvider[];
}

export interface SimulatorPorts {
  readonly franceconnect: number;
  readonly franceconnectPlus: number;
  readonly proconnect: number;
  readonly particulier: number;
}

/** What `startSimulator` takes; everything has a default. */
export interface SimulatorOptions {
  /** 0 takes any free port; 4010, 4020, 4030 and 4040 where absent. */
  readonly ports?: Partial<SimulatorPorts>;
  /** Address to listen on; issuers are `http://localhost:PORT/api/v2` whatever it is. */
  readonly host?: string;
  /** Where the built-in clients' service runs; `http://localhost:3000` where absent. */
  readonly serviceUrl?: string;
  /** More clients, beside the built-in ones. */
  readonly clients?: SimulatorClients;
  /** More cases for API Particulier, in the official layout. */
  readonly casesDir?: string;
  /** A persona's id: every login is answered at once as this persona. */
  readonly auto?: string;
  readonly logger?: SimulatorLogger;
  readonly now?: () => Date;
}

export interface SimulatedPlatform {
  readonly issuer: string;
  readonly clients: readonly SimulatorClient[];
}

/** The running State; its JSON is the first line of `passerelle simulator --json`. */
export interface Simulator {
  readonly franceconnect: SimulatedPlatform;
  readonly franceconnectPlus: SimulatedPlatform;
  readonly proconnect: SimulatedPlatform;
  readonly apiParticulier: {
    readonly url: string;
    readonly tokens: readonly { readonly token: string; readonly scopes: readonly string[] }[];
  };
  close(): Promise<void>;
}
