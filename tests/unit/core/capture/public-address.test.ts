import { expect, it } from 'vitest';
import { isPublicAddress } from '#core/capture/lookup/public-address.ts';

it.each([
  '127.0.0.1',
  '0.0.0.0',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  'fe80::1',
  'fe80::1%eth0',
  'fd00::1',
  '2002:7f00:1::',
  '2001:0:1::',
  'ff02::1',
  'example.org',
  '',
])('does not reach %s', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '2606:2800:220:1:248:1893:25c8:1946'])(
  'reaches %s',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);
