import { hash, verify } from '@node-rs/argon2';
import { createHash, randomBytes } from 'node:crypto';

/** Twelve, as NIST SP 800-63B asks of a password that stands alone for staff; no rule on its characters. */
export const SHORTEST_PASSWORD = 12;

const PREFIX = 'rc_';
const DISTRICT_BYTES = 16;

/**
 * A bearer secret that says which district it belongs to, so that looking it up reads one district only.
 * It is shown once; the database keeps its hash.
 */
export function makeToken(districtId: string): { token: string; tokenHash: Buffer } {
  const district = Buffer.from(districtId.replaceAll('-', ''), 'hex');
  const token = `${PREFIX}${Buffer.concat([district, randomBytes(32)]).toString('base64url')}`;
  return { token, tokenHash: hashToken(token) };
}

/** SHA-256 is enough: the secret has 256 random bits, there is nothing to guess. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The district in a token, or undefined where it is no token of ours. */
export function districtOfToken(token: string): string | undefined {
  if (!token.startsWith(PREFIX)) return undefined;
  const bytes = Buffer.from(token.slice(PREFIX.length), 'base64url');
  if (bytes.length !== DISTRICT_BYTES + 32) return undefined;
  const hex = bytes.subarray(0, DISTRICT_BYTES).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Argon2id with the parameters OWASP asks for at the least: 19 MiB, 2 passes, 1 lane. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

/** A hash of nothing, so that an unknown address takes as long as a wrong password. */
let decoy: Promise<string> | undefined;

/** Compares in the time of one hash whether or not there is one to compare with. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const matches = await verify(stored ?? (await decoy), password);
  return matches && Boolean(stored);
}
