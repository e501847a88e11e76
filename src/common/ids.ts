import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 8 * 1024;
const pool = Buffer.allocUnsafe(POOL_BYTES);
let used = POOL_BYTES;
let lastMs = 0;
let counter = 0;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A UUIDv7 (RFC 9562): ids made one after the other in this process sort in that order. By hand because an import
 * of a million rows makes three million: the library draws its random bytes one id at a time, ten microseconds each
 * here, this takes a third of one.
 */
export function newId(): string {
  const now = Date.now();
  // Within a millisecond, and when the clock is set back, the counter keeps the order; it never overflows in practice
  // since it borrows the next millisecond.
  if (now > lastMs) {
    lastMs = now;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  if (used + 8 > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const count = (0x7000 | counter).toString(16);
  const at = (offset: number): string => HEX[pool[used + offset] ?? 0] ?? '00';
  const variant = HEX[((pool[used] ?? 0) & 0x3f) | 0x80] ?? '80';
  const id = `${time.slice(0, 8)}-${time.slice(8)}-${count}-${variant}${at(1)}-${at(2)}${at(3)}${at(4)}${at(5)}${at(6)}${at(7)}`;
  used += 8;
  return id;
}
