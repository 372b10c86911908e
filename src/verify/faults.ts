/** Every reason for which a token is not accepted. */
export const ENTITLEMENT_FAULTS = [
  /** No compact JWS of at most 4096 characters with the claims of an entitlement. */
  'malformed',
  /** Signed otherwise than by ES256, or not at all. */
  'wrong-algorithm',
  /** Some other kind of token. */
  'wrong-type',
  /** Its key is not, or no longer, in the key set. */
  'unknown-key',
  /** Changed on the way, or by another's key. */
  'bad-signature',
  'wrong-issuer',
  'wrong-audience',
  /** Of another installation. */
  'wrong-installation',
  /** Issued later than now. */
  'not-yet-valid',
  'expired',
  /** Nothing is known of the token: the key set could not be had. */
  'keys-unavailable',
] as const;

/** Why a token is not accepted. All but `keys-unavailable` are the token's fault. */
export type EntitlementFault = (typeof ENTITLEMENT_FAULTS)[number];
