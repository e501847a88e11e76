import { lookup as lookUp } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses that are not on the internet, or that stand for other addresses (IANA's special-purpose registries). */
const V4: readonly [network: string, bits: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** All of IPv6 that is in use on the internet. */
const GLOBAL_V6: readonly [network: string, bits: number] = ['2000::', 3];
/** Parts of it that are not on the internet, or lead to an IPv4 address: Teredo, documentation, 6to4. */
const V6: readonly [network: string, bits: number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const special = new BlockList();
for (const [network, bits] of V4) special.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of V6) special.addSubnet(network, bits, 'ipv6');
const global = new BlockList();
global.addSubnet(...GLOBAL_V6, 'ipv6');

/** The address of a server that a user named is not on the internet. */
export class PrivateAddress extends Error {
  constructor(host: string) {
    super(
      `${host} has an address inside a private network, where Rollcall sends nothing. Enter the vendor's public address.`,
    );
  }
}

/** Whether an address is on the internet. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !special.check(address, 'ipv4');
  if (isIP(address) === 6) return global.check(address, 'ipv6') && !special.check(address, 'ipv6');
  return false;
}

/**
 * Finds the address of a server, and refuses those that are not on the internet: a URL that a user entered must not reach
 * the servers behind the district's firewall. The connection goes to the address that was checked, so a name whose answer
 * changes in between gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublic(address)))
      return callback(new PrivateAddress(hostname), '', 0);
    if (options.all) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};

/** @throws PrivateAddress for a host that is written as a private address: such a host is never looked up */
export function assertPublicHost(host: string): void {
  if (isIP(host) !== 0 && !isPublic(host)) throw new PrivateAddress(host);
}
