import { BlockList, isIP } from 'node:net';

// Ranges that are for machines among themselves, for tests or for papers: the special-purpose registries of IANA (RFC 6890) and multicast.
const NOT_PUBLIC = ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'];
// Of IPv6 only this range is handed out to networks; what maps an IPv4 address lies outside of it, or carries one within (6to4, Teredo).
const GLOBAL = ['2000::/3'];
const NOT_GLOBAL = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const [closed, open, special] = [listOf(NOT_PUBLIC, 'ipv4'), listOf(GLOBAL, 'ipv6'), listOf(NOT_GLOBAL, 'ipv6')];

function listOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [start, bits] = range.split('/') as [string, string];
    list.addSubnet(start, Number(bits), family);
  }
  return list;
}

/** Whether an IP address, without brackets, is a place on the public internet; never for IPv4 written as IPv6, and for what is no address. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return !closed.check(address, 'ipv4');
  return kind === 6 && !address.includes('%') && open.check(address, 'ipv6') && !special.check(address, 'ipv6');
}
