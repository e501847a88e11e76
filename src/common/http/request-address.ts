import { InvalidInput } from '../refusal.js';
import { badText } from '../storable.js';

/** What is wrong with an address; undefined where every part of it is text that can be read and stored. */
export function addressRefusal(url: string): InvalidInput | undefined {
  if (/%(?![0-9a-f]{2})/i.test(url)) return badAddress();
  try {
    if (!decodeURIComponent(url).includes('\0')) return undefined;
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
  return badText('The address');
}

/** @throws InvalidInput where an address holds what no text of ours can */
export function assertAddress(url: string): void {
  const refusal = addressRefusal(url);
  if (refusal) throw refusal;
}

export function badAddress(): InvalidInput {
  return new InvalidInput(
    'This address cannot be read. A percent sign must be followed by two hexadecimal digits, such as %25 for the sign itself.',
    [],
    'BAD_URL',
  );
}
