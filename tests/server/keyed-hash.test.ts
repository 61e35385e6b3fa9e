import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { receiptOf } from '../../integrations/store/records/seal.ts';
import { foldName } from '../../src/domain/namesake.ts';
import { keyedHashes } from '../../src/server/keyed-hash.ts';
import { networkOf, sharedNetworks } from '../../src/server/network-of-sender.ts';

const hashes = keyedHashes(Buffer.alloc(32, 7));
const AT = Date.parse('2026-11-23T10:00:00Z');

test('a person is known by one mailbox, for one petition and one organisation', () => {
  const person = hashes.person('internet', 'amina@gmail.com');
  expect(person).toMatch(/^[\da-f]{32}$/);
  expect(hashes.person('internet', ' A.Mina+x@googlemail.com')).toBe(person);
  expect(hashes.person('housing', 'amina@gmail.com')).not.toBe(person);
  expect(keyedHashes(Buffer.alloc(32, 8)).person('internet', 'amina@gmail.com')).not.toBe(person);
  expect(hashes.namesake('internet', 'amina@gmail.com')).not.toBe(person);
});

test.each([0, 7, 400, 5000])('what people are known by is an HMAC as others make it, also with %s more letters', (more) => {
  const name = `Sīla ${'ș'.repeat(more)}`;
  for (const secret of [Buffer.alloc(32, 7), Buffer.alloc(100, 9)]) {
    expect(keyedHashes(secret).namesake('internet', name)).toBe(createHmac('sha256', secret).update(`namesake\0internet\0${foldName(name)}`).digest('hex').slice(0, 32));
  }
});

test('what is no address still has a hash of its own', () => expect(hashes.person('internet', 'Nobody ')).toBe(hashes.person('internet', 'nobody')));

test('a network is known for one day', () => {
  const network = hashes.network('192.0.2.7', AT);
  expect(hashes.network('::ffff:192.0.2.7', AT + 36e5)).toBe(network);
  expect(hashes.network('192.0.2.8', AT)).not.toBe(network);
  expect(hashes.network('192.0.2.7', AT + 864e5)).not.toBe(network);
  expect([hashes.network(undefined, AT), hashes.network('', AT), hashes.network('unknown', AT)]).toEqual(['', '', '']);
});

test('a receipt is sixteen digits of a hash', () => {
  expect(receiptOf('3f0b6a52-11b0-4a6e-8b7c-0d6f6c3c1a11')).toMatch(/^[\da-f]{16}$/);
});

test.each([
  ['192.0.2.7', '192.0.2.7'], ['::ffff:192.0.2.7', '192.0.2.7'], ['::FFFF:c000:207', '192.0.2.7'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1:0::/56'], ['2001:DB8:1:ff::1', '2001:db8:1:0::/56'], ['[2001:db8:1:12ff::1]', '2001:db8:1:1200::/56'],
  ['fe80::1%eth0', 'fe80:0:0:0::/56'], ['::1', '0:0:0:0::/56'], ['2001:db8::', '2001:db8:0:0::/56'], ['', undefined], ['999.1.1.1', undefined], ['192.0.2.7:80', undefined], ['x', undefined],
])('%s belongs to %s', (address, network) => expect(networkOf(address)).toBe(network));

describe('shared networks', () => {
  const shared = sharedNetworks(['192.0.2.0/25', '198.51.100.9', '2001:db8:aa::/48']);
  test.each(['192.0.2.1', '::ffff:192.0.2.127', '198.51.100.9', '2001:db8:aa:1::5', '2001:0DB8:00AA::'])('%s is one', (address) => expect(shared(address)).toBe(true));
  test.each(['192.0.2.128', '198.51.100.8', '2001:db8:ab::1', '', 'x'])('“%s” is none', (address) => expect(shared(address)).toBe(false));
});
