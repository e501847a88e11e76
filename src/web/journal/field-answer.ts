import { addressOf } from '../api/address.js';
import { ByteReader } from './byte-reader.js';

/** A download that the server refused, with what it said; or, with the status 0, one that did not come to its end. */
export class FailedDownload extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {
    super(`download failed: ${status}`);
  }
}

/** The list of a large district may take the server half a minute before its first byte. */
const SILENCE_MS = 120_000;

/** Asks for one of the downloads that a phone keeps. @throws FailedDownload, also while it is read */
export async function fieldAnswer(
  path: '/api/v1/field/devices' | '/api/v1/field/codes',
  query: Record<string, string | undefined>,
): Promise<ByteReader> {
  const aborter = new AbortController();
  const response = await inTime(fetch(addressOf(path, {}, query), { signal: aborter.signal }), aborter);
  if (!response.ok || !response.body)
    throw new FailedDownload(response.status, await response.json().catch(() => null));
  const reader = response.body.getReader();
  return new ByteReader(async () => (await inTime(reader.read(), aborter)).value);
}

/** What comes from the network, or the failure of it. */
async function inTime<T>(coming: Promise<T>, aborter: AbortController): Promise<T> {
  const timer = setTimeout(() => aborter.abort(), SILENCE_MS);
  try {
    return await coming;
  } catch {
    throw new FailedDownload(0, null);
  } finally {
    clearTimeout(timer);
  }
}
