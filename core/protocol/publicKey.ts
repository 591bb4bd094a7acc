/** A coordinate of P-256 in base64url. */
export const COORDINATE = '^[A-Za-z0-9_-]{43}$';

const coordinate = { type: 'string', pattern: COORDINATE } as const;

/** Members of an ECDSA P-256 public key as JWK. */
export const publicKeyMembers = {
  kty: { type: 'string', const: 'EC' },
  crv: { type: 'string', const: 'P-256' },
  x: coordinate,
  y: coordinate,
} as const;
