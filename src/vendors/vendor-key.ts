import anyAscii from 'any-ascii';

export const LONGEST_KEY = 63;

/** What a vendor's key looks like, such as `valley-depot`. */
export const VENDOR_KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The key that a vendor gets from its name: `Acer & Söhne, Inc.` becomes `acer-sohne-inc`. Empty if nothing is left. */
export function keyOfName(name: string): string {
  const words = anyAscii(name)
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-');
  return words
    .slice(0, LONGEST_KEY + 1)
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, LONGEST_KEY)
    .replace(/-+$/, '');
}
