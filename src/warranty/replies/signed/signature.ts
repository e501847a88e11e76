import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How far the clocks of both sides may differ, and how long a request may be on its way. */
export const SIGNED_FOR_SECONDS = 300;

const SIGNATURE = /^v1=([0-9a-f]{64})$/i;

/** What a request says of itself in its headers. */
export interface SignedRequest {
  /** Seconds since 1970. */
  timestamp: number;
  /** SHA-256 HMAC. */
  signature: Buffer;
}

/** The headers of a signed request, or undefined where they are not there or not readable. */
export function readSignature(
  timestamp: string | undefined,
  signature: string | undefined,
): SignedRequest | undefined {
  const hex = SIGNATURE.exec(signature ?? '')?.[1];
  if (hex === undefined || !/^\d{1,12}$/.test(timestamp ?? '')) return undefined;
  return { timestamp: Number(timestamp), signature: Buffer.from(hex, 'hex') };
}

/**
 * Whether one of the secrets made the signature: HMAC-SHA-256 of the timestamp, a dot and the bytes of the body. It takes
 * as long for a vendor that has no secret, so that nobody learns from the time which vendors there are.
 */
export function isSignedBy(
  secrets: readonly string[],
  { timestamp, signature }: SignedRequest,
  body: Buffer,
): boolean {
  const keys = secrets.length > 0 ? secrets : [randomBytes(32)];
  const matches = keys.map((key) => {
    const expected = createHmac('sha256', key).update(`${timestamp}.`).update(body).digest();
    return timingSafeEqual(expected, signature);
  });
  return secrets.length > 0 && matches.includes(true);
}
