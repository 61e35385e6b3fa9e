import { describe, expect, test } from 'vitest';
import { isPublicAddress } from '../../integrations/feeds/public-address.ts';
import { deskHere, feedServer, item, readAt, rss } from './feed-server.ts';

const strict = deskHere({ world: { resolve: async () => [{ address: '127.0.0.1', family: 4 }], mayVisit: isPublicAddress } });
const inside = (host: string, leads = 'leads to') => `The feed “trouw” ${leads} “${host}”, which is a place inside a private network. Write an address that everybody can open.`;

describe('a feed cannot lead into the organisation’s own network', () => {
  test.each([
    '0.0.0.0', '10.1.2.3', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.8', '192.168.1.1', '198.18.0.1', '224.0.0.1', '239.255.255.255', '255.255.255.255',
    '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '::127.0.0.1', '64:ff9b::7f00:1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', '2002:7f00:1::', '2001:0:1::', '2001:db8::1', 'localhost', '', 'example.org',
  ])('%s is no place outside', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(['8.8.8.8', '100.63.255.255', '100.128.0.1', '172.15.0.1', '172.32.0.1', '192.167.1.1', '2a00:1450::1', '2606:4700::1'])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    ['http://localhost/', 'localhost'], ['http://LOCALHOST./', 'localhost'], ['http://printer.localhost/', 'printer.localhost'], ['http://127.0.0.1/', '127.0.0.1'], ['http://127.1/', '127.0.0.1'], ['http://2130706433/', '127.0.0.1'], ['http://0x7f.0.0.1/', '127.0.0.1'],
    ['http://0177.0.0.1/', '127.0.0.1'], ['http://[::1]/', '::1'], ['http://[::ffff:127.0.0.1]/', '::ffff:7f00:1'], ['http://[fd00::1]/', 'fd00::1'], ['http://innocent.example/', 'innocent.example'], ['https://innocent.example/', 'innocent.example'],
  ])('%s is refused before anything connects', async (url, host) => {
    expect(await readAt(url, strict)).toBe(inside(host));
  });

  test.each([
    ['ftp://a.example/feed', 'leads to what is no address of the web. Write one that begins with https://.'], ['file:///etc/passwd', 'leads to what is no address of the web. Write one that begins with https://.'], ['nonsense', 'leads to what is no address of the web. Write one that begins with https://.'],
    ['https://a:b@a.example/', 'leads to an address with a user name or password. Take out what stands between // and @.'],
  ])('%s is refused', async (url, sentence) => {
    expect(await readAt(url, strict)).toBe(`The feed “trouw” ${sentence}`);
  });

  test('a name with one address outside and one inside is refused as a whole', async () => {
    const resolve = async () => [{ address: '8.8.8.8', family: 4 }, { address: '10.0.0.1', family: 4 }];
    expect(await readAt('http://two-faced.example/', { ...strict, world: { ...strict.world, resolve } })).toBe(inside('two-faced.example'));
  });

  test('a name is looked up once, so that it cannot mean another place a moment later', async () => {
    const outside = await feedServer((_, response) => response.end(rss(item('x'))));
    const answers = ['127.0.0.1', '127.0.0.2', '127.0.0.2'];
    let lookups = 0;
    const desk = deskHere({ world: { resolve: async () => [{ address: answers[lookups++]!, family: 4 }], mayVisit: (address) => address === '127.0.0.1' } });
    expect(await readAt(`http://rebinding.example:${outside.port}/`, desk)).toMatchObject({ mentions: [{ title: 'x' }] });
    expect(lookups).toBe(1);
    expect(outside.asked[0]!.headers.host).toBe(`rebinding.example:${outside.port}`);
    // The next time its name server tells the truth.
    expect(await readAt(`http://rebinding.example:${outside.port}/`, desk)).toBe(inside('rebinding.example'));
  });

  test.each([
    ['http://127.0.0.2:1/', inside('127.0.0.2', 'leads on to')], ['http://localhost:1/', inside('localhost', 'leads on to')], ['//[::1]/', inside('::1', 'leads on to')],
    ['file:///etc/passwd', 'The feed “trouw” leads on to what is no address of the web. Write one that begins with https://.'], ['http://a:b@127.0.0.1/', 'The feed “trouw” leads on to an address with a user name or password. Take out what stands between // and @.'],
  ])('a redirect to %s is refused before anything connects', async (location, sentence) => {
    const { at } = await feedServer((_, response) => response.writeHead(301, { Location: location }).end());
    expect(await readAt(at)).toBe(sentence);
  });

  test('three redirects are followed, a fourth is not', async () => {
    const times = (count: number) => feedServer((request, response) => (request.url!.length > count ? response.end(rss(item('x'))) : response.writeHead(307, { Location: `${request.url}x` }).end()));
    expect(await readAt((await times(3)).at)).toMatchObject({ mentions: [{ title: 'x' }] });
    expect(await readAt((await times(4)).at)).toBe('The feed “trouw” is sent on more than 3 times. Write the address at which it ends.');
  });
});
