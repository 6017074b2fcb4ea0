import { rows } from "./row.ts";

/** A token or a UserInfo response that does not prove what it must. */
export const TOKEN_ERRORS = {
  ...rows(
    {
      status: 403,
      citizenTitle: "Votre identité n’a pas pu être vérifiée",
      citizenMessage:
        "La réponse du service d’identification n’a pas passé nos contrôles de sécurité. Aucune session n’a été ouverte et rien n’a été conservé. Recommencez la connexion ; si cela se reproduit, contactez nos services.",
      wayOn: "retry",
    },
    {
      token_malformed: "Not a compact JWS with a JSON object as payload.",
      token_unencrypted: "A signed token came where an encrypted one is registered (downgrade).",
      token_encryption_refused: "The JWE’s alg, enc, zip or crit is not one of those registered.",
      token_decryption_key_unknown:
        "The JWE names none of our keys: does the provider read our current JWKS? See `passerelle keys list`.",
      token_undecryptable: "The JWE cannot be decrypted with the key it names.",
      token_algorithm_refused: "The signature’s alg is not the one registered for this client.",
      token_key_unknown: "No key of the provider fits, even after reading its JWKS again.",
      token_key_ambiguous: "The token names no key and the provider publishes several that fit.",
      token_signature_invalid: "The signature does not verify.",
      token_issuer_mismatch: "`iss` is not the configured issuer, character for character.",
      token_subject_invalid: "`sub` is missing, empty, too long or not text.",
      token_audience_mismatch: "`aud` is not this client, or names others besides.",
      token_authorized_party_mismatch: "`azp` is not this client.",
      token_expired: "`exp` is past, missing or not a number.",
      token_issued_at_invalid:
        "`iat` is missing, not a number, before the login started or in the future. Check this machine’s clock.",
      token_not_yet_valid: "`nbf` is in the future or not a number.",
      token_auth_time_invalid: "`auth_time` is in the future or not a number.",
      token_nonce_mismatch: "`nonce` is not the one of this login.",
      token_hash_mismatch: "`at_hash` does not belong to the access token.",
      userinfo_not_signed: "UserInfo came as something else than the registered signed JWT.",
      userinfo_subject_mismatch: "UserInfo describes another `sub` than the ID token.",
      userinfo_expired: "UserInfo’s `exp` is past or not a number.",
    },
  ),
  ...rows(
    {
      status: 403,
      citizenTitle: "Le niveau de garantie de votre identification est insuffisant",
      citizenMessage:
        "Cette démarche demande un niveau de garantie que le compte choisi ne permet pas d’atteindre. Recommencez en choisissant un autre compte, ou contactez nos services.",
      wayOn: "retry",
    },
    {
      level_refused: "`acr` is absent, unknown, malformed or lower than the level that was asked.",
      acr_refused: "`acr` is none of the accepted values (ProConnect’s values are compared exactly).",
    },
  ),
  ...rows(
    {
      status: 403,
      citizenTitle: "Votre identité est incomplète",
      citizenMessage:
        "Le service d’identification ne nous a pas transmis toutes les informations nécessaires, ou sous une forme que nous ne pouvons pas lire. Choisissez un autre compte, ou contactez nos services pour faire votre démarche autrement.",
      wayOn: "retry",
    },
    {
      identity_incomplete:
        "given_name, family_name or birthdate (ProConnect: given_name, usual_name, email or siret) is absent or empty: are the identity scopes granted?",
      identity_invalid: "An identity claim has the wrong type or format.",
    },
  ),
} as const;
