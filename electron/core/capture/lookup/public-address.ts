import { BlockList, isIP } from 'node:net';

/** Addresses of IPv4 that lead into a machine, a house or nowhere (IANA special-purpose registry, RFC 6890). */
const closed = new BlockList();
for (const [net, prefix] of [
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
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(net, prefix, 'ipv4');

/** Global unicast addresses of IPv6; all others (loopback, link-local, unique local, mapped and translated IPv4) are not. */
const open = new BlockList();
open.addSubnet('2000::', 3, 'ipv6');
/** Within those: protocol assignments with Teredo, documentation, and 6to4, which holds an address of IPv4. */
const closedV6 = new BlockList();
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closedV6.addSubnet(net, prefix, 'ipv6');

/** Whether a numeric address is one of the public internet: never this machine, its network, or a range kept for other ends. */
export const isPublicAddress = (address: string): boolean => {
  if (isIP(address) === 4) return !closed.check(address, 'ipv4');
  if (isIP(address) !== 6 || address.includes('%') || address.includes('.')) return false;
  return open.check(address, 'ipv6') && !closedV6.check(address, 'ipv6');
};
