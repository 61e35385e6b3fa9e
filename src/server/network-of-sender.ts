import { BlockList, isIP } from 'node:net';

/**
 * The network that an address belongs to: IPv4 by itself, IPv6 by its first 56 bits, which is what one line gets (RFC 6177;
 * RIPE-690), so that nobody is 256 networks. An IPv4 address that came over IPv6 is the same as without. Undefined for what is no address.
 */
export function networkOf(address: string): string | undefined {
  if (isIP(address) === 4) return address;
  const plain = address.replace(/^\[|\]$|%.*$/g, '');
  const kind = isIP(plain);
  if (kind === 4) return plain;
  if (kind !== 6) return undefined;
  const groups = groupsOf(plain);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped) return [groups[6]! >> 8, groups[6]! & 255, groups[7]! >> 8, groups[7]! & 255].join('.');
  return `${[...groups.slice(0, 3), groups[3]! & 0xff00].map((group) => group.toString(16)).join(':')}::/56`;
}

/** The eight groups of an IPv6 address; the URL parser writes each in one way, with at most one gap. */
function groupsOf(address: string): number[] {
  const [before = '', after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const numbers = (part: string) => part.split(':').filter(Boolean).map((group) => Number.parseInt(group, 16));
  if (after === undefined) return numbers(before);
  const [head, tail] = [numbers(before), numbers(after)];
  return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

/** Tells whether an address lies in one of the ranges, like `192.0.2.0/24` or `2001:db8::/32`; a range that is none is an error. */
export function sharedNetworks(ranges: readonly string[]): (address: string) => boolean {
  if (ranges.length === 0) return () => false;
  const list = new BlockList();
  for (const range of ranges) {
    const [start = '', bits = isIP(start) === 4 ? '32' : '128'] = range.split('/');
    list.addSubnet(start, Number(bits), isIP(start) === 4 ? 'ipv4' : 'ipv6');
  }
  return (address) => {
    const plain = address.replace(/^\[|\]$|%.*$/g, '');
    const network = networkOf(plain);
    if (network === undefined) return false;
    return isIP(network) === 4 ? list.check(network, 'ipv4') : list.check(plain, 'ipv6');
  };
}
