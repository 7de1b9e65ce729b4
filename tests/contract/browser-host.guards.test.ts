import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import spanishMessages from '#shared/i18n/es.json' with { type: 'json' };
import { enter, type BrowserClient } from '#tests/support/browser-client.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { rawRequest, sendRaw, type RawAnswer } from '#tests/support/raw-http.ts';
import { makeTemporaryFolder, removeFolder } from '#tests/support/temporary-folder.ts';
import { startBrowserHost, type BrowserHost } from '../../electron/browser-host/start-browser-host.ts';

let folder: string;
let core: TestCore;
let host: BrowserHost;
let other: BrowserHost;
let client: BrowserClient;
let otherClient: BrowserClient;

const page = '<!doctype html><title>The interface</title>';

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  const assetsDir = join(folder, 'renderer');
  await mkdir(join(assetsDir, 'assets'), { recursive: true });
  await writeFile(join(assetsDir, 'index.html'), page);
  await writeFile(join(assetsDir, 'assets', 'index-Bx3k9_aQ.js'), '// code');
  await writeFile(join(folder, 'secret.txt'), 'SECRET');
  await writeFile(join(folder, 'secret.html'), 'SECRET');
  core = await openTestCore({ assetsDir, uploadStallTime: 200 });
  host = await startBrowserHost({ core, requestTime: 1_500 });
  other = await startBrowserHost({ core });
  client = await enter(host);
  otherClient = await enter(other);
});

afterAll(async () => {
  await host.close();
  await other.close();
  await core.close();
  await removeFolder(folder);
});

type Headers = Record<string, string | readonly string[] | null>;

/** Headers as the interface's own page sends them, some of them changed or (null) left out. */
const own = (changed: Headers = {}): Headers => ({
  Host: `127.0.0.1:${host.port}`,
  Cookie: client.cookie,
  Connection: 'close',
  ...changed,
});

const json = '{}';
const ownPost = (changed: Headers = {}): Headers =>
  own({
    Origin: host.origin,
    'Content-Type': 'application/json',
    'Content-Length': String(json.length),
    ...changed,
  });

const get = (path: string, changed?: Headers) => sendRaw(host.port, rawRequest(`GET ${path}`, own(changed)));
const post = (path: string, changed?: Headers, body = json) =>
  sendRaw(host.port, rawRequest(`POST ${path}`, ownPost(changed), body));

const expectToServe = async () => {
  const { status, body } = await get('/');
  expect({ status, body }).toEqual({ status: 200, body: page });
  expect((await post('/rpc/session.get')).body).toContain('"ok":true');
};

describe('the entrance', () => {
  it('turns the token into a cookie that no script reads, by a redirect to the start page', async () => {
    const answer = await sendRaw(
      host.port,
      rawRequest(`GET ${host.entrance.slice(host.origin.length)}`, own({ Cookie: null })),
    );
    expect(answer.status).toBe(303);
    expect(answer.head).toMatch(/^location: \/\r?$/im);
    expect(answer.head).toMatch(
      new RegExp(`^set-cookie: carrel-${host.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/\\r?$`, 'im'),
    );
    expect(answer.head.toLowerCase()).not.toContain('access-control');
  });

  it('keeps the token out of the cookie', () => {
    const token = new URL(host.entrance).searchParams.get('token');
    expect(client.cookie).not.toContain(String(token));
  });

  it('tells a person who came without it what to do, and nothing else', async () => {
    const { status, head, body } = await get('/', { Cookie: null, Accept: 'text/html,*/*' });
    expect(status).toBe(403);
    expect(head).toMatch(/content-type: text\/html/i);
    expect(body).toContain('Open this page from Carrel');
    expect(body).not.toContain('The interface');
    const spanish = await get('/', {
      Cookie: null,
      Accept: 'text/html',
      'Accept-Language': 'fr, es-MX;q=0.8',
    });
    expect(spanish.body).toContain('<html lang="es">');
    expect(spanish.body).toContain(spanishMessages.host['closed-door'].title);
  });
});

/** Each must be refused: what it is, and how it is done. */
const attacks: readonly (readonly [string, () => Promise<RawAnswer>])[] = [
  ['no cookie', () => get('/', { Cookie: null })],
  ['no cookie on a call', () => post('/rpc/session.get', { Cookie: null })],
  ['no cookie on the first answer', () => get('/start', { Cookie: null })],
  ['the first answer from another site', () => get('/start', { 'Sec-Fetch-Site': 'cross-site' })],
  ['no cookie on events', () => get('/events', { Cookie: null })],
  ['a wrong token', () => get(`/?token=${'A'.repeat(43)}`, { Cookie: null })],
  ['a wrong token with a good cookie', () => get('/?token=x')],
  ['an empty token', () => get('/?token=', { Cookie: null })],
  ['a token cut short', () => get(host.entrance.slice(host.origin.length, -1), { Cookie: null })],
  [
    'the token as the cookie',
    () => get('/', { Cookie: `carrel-${host.port}=${new URL(host.entrance).searchParams.get('token')}` }),
  ],
  ['the cookie of another port', () => get('/', { Cookie: otherClient.cookie })],
  [
    "another port's cookie under this port's name",
    () => get('/', { Cookie: otherClient.cookie.replace(`carrel-${other.port}`, `carrel-${host.port}`) }),
  ],
  ['the token of another port', () => get(other.entrance.slice(other.origin.length), { Cookie: null })],
  ['a foreign origin', () => post('/rpc/session.get', { Origin: 'https://example.org' })],
  ['the origin of another port', () => post('/rpc/session.get', { Origin: other.origin })],
  ['localhost as origin', () => post('/rpc/session.get', { Origin: `http://localhost:${host.port}` })],
  ['an opaque origin', () => post('/rpc/session.get', { Origin: 'null' })],
  ['a writing request without origin', () => post('/rpc/session.get', { Origin: null })],
  ['a foreign origin on reading', () => get('/', { Origin: 'https://example.org' })],
  ['a fetch from another site', () => post('/rpc/session.get', { 'Sec-Fetch-Site': 'cross-site' })],
  ['a fetch from another port', () => get('/', { 'Sec-Fetch-Site': 'same-site' })],
  ['a rebound host name', () => get('/', { Host: 'evil.example' })],
  ['a rebound host name with the port', () => get('/', { Host: `evil.example:${host.port}` })],
  ['localhost as host', () => get('/', { Host: `localhost:${host.port}` })],
  ['a host without port', () => get('/', { Host: '127.0.0.1' })],
  ...[
    (port: number) => `127.0.0.1:${port}.`,
    (port: number) => `127.0.0.1.:${port}`,
    (port: number) => `127.0.0.1:0${port}`,
    (port: number) => `127.0.0.1:${port + 1}`,
    (port: number) => `127.1:${port}`,
    (port: number) => `2130706433:${port}`,
    (port: number) => `0.0.0.0:${port}`,
    (port: number) => `[::1]:${port}`,
    (port: number) => `[::ffff:127.0.0.1]:${port}`,
    (port: number) => `127.0.0.1.nip.io:${port}`,
    (port: number) => `evil.example@127.0.0.1:${port}`,
    (port: number) => `127.0.0.1:${port}@evil.example`,
    (port: number) => `127.0.0.1:${port},evil.example`,
    (port: number) => `127.0.0.1:${port}/evil.example`,
    () => '',
  ].map((make) => [`the host ${make(80)}`, () => get('/', { Host: make(host.port) })] as const),
  ['a session that only begins right', () => get('/', { Cookie: `${client.cookie}x` })],
  ['a session cut short', () => get('/', { Cookie: client.cookie.slice(0, -1) })],
  ['an empty session', () => get('/', { Cookie: `carrel-${host.port}=` })],
  ['a session under another name', () => get('/', { Cookie: client.cookie.replace('carrel-', 'Carrel-') })],
  [
    'the token in another place than the entrance',
    () => get(`/events?token=${new URL(host.entrance).searchParams.get('token')}`, { Cookie: null }),
  ],
  ['the token by POST', () => post(host.entrance.slice(host.origin.length), { Cookie: null })],
  [
    'a header folded over two lines',
    () =>
      sendRaw(
        host.port,
        `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: a=b;\r\n ${client.cookie}\r\nConnection: close\r\n\r\n`,
      ),
  ],
  [
    'a blank before the colon of a header',
    () =>
      sendRaw(
        host.port,
        `GET / HTTP/1.1\r\nHost : 127.0.0.1:${host.port}\r\nCookie: ${client.cookie}\r\nConnection: close\r\n\r\n`,
      ),
  ],
  ['a request in the form of HTTP/2', () => sendRaw(host.port, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')],
  [
    'a chunk of no size',
    () =>
      sendRaw(
        host.port,
        rawRequest(
          'POST /rpc/session.get',
          ownPost({ 'Content-Length': null, 'Transfer-Encoding': 'chunked' }),
        ),
        '-1\r\n{}\r\n0\r\n\r\n',
      ),
  ],
  ['two hosts', () => get('/', { Host: [`127.0.0.1:${host.port}`, 'evil.example'] })],
  ['no host', () => get('/', { Host: null })],
  ['a whole address as target', () => get('http://evil.example/')],
  ['a target without scheme', () => get('//evil.example/')],
  ['a form', () => post('/rpc/session.get', { 'Content-Type': 'application/x-www-form-urlencoded' })],
  ['a text form', () => post('/rpc/session.get', { 'Content-Type': 'text/plain' })],
  [
    'a text form that smells of JSON',
    () => post('/rpc/session.get', { 'Content-Type': 'text/plain;application/json' }),
  ],
  ['no content type', () => post('/rpc/session.get', { 'Content-Type': null })],
  ['OPTIONS', () => sendRaw(host.port, rawRequest('OPTIONS /rpc/session.get', own({ Origin: host.origin })))],
  ['TRACE', () => sendRaw(host.port, rawRequest('TRACE /', own()))],
  ['DELETE', () => sendRaw(host.port, rawRequest('DELETE /', own({ Origin: host.origin })))],
  ['CONNECT', () => sendRaw(host.port, rawRequest('CONNECT evil.example:443', own()))],
  ['a call by GET', () => get('/rpc/session.get')],
  [
    'an upgrade to a WebSocket',
    () =>
      get('/events', {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'Sec-WebSocket-Version': '13',
      }),
  ],
  ['an upgrade to h2c', () => get('/', { Connection: 'Upgrade', Upgrade: 'h2c' })],
  ...[
    '/../secret.txt',
    '/assets/../../secret.html',
    '/..%2fsecret.txt',
    '/..%2Fsecret.html',
    '/%2e%2e/secret.html',
    '/%2e%2e%2fsecret.html',
    '/..\\secret.html',
    '/..%5csecret.html',
    '/%252e%252e%252fsecret.html',
    '/..%252fsecret.html',
    '/assets/..%c0%af..%c0%afsecret.html',
    '/%00/../secret.html',
    '/index.html%00.txt',
    '/preview/../../secret.html',
    '/images/..%2f..%2flibrary.json',
  ].map((path) => [`a way up: ${path}`, () => get(path)] as const),
  ...['toString', '__proto__', 'constructor', 'hasOwnProperty', 'nothing.here', '%5f%5fproto%5f%5f'].map(
    (name) => [`the call ${name}`, () => post(`/rpc/${name}`)] as const,
  ),
  [
    'a __proto__ key',
    () => post('/rpc/session.get', { 'Content-Length': '26' }, '{"__proto__":{"x":"1234"}}'),
  ],
  ['broken JSON', () => post('/rpc/session.get', { 'Content-Length': '2' }, '{]')],
  ['bytes that are no text', () => post('/rpc/session.get', { 'Content-Length': '4' }, '"\ud800"')],
  ['a header too large', () => get('/', { 'X-Large': 'x'.repeat(40_000) })],
  ['two lengths', () => post('/rpc/session.get', { 'Content-Length': ['2', '3'] })],
  ['a length and chunks', () => post('/rpc/session.get', { 'Transfer-Encoding': 'chunked' })],
  ['a body announced as too large', () => post('/rpc/session.get', { 'Content-Length': '5000000' })],
  [
    'a body that turns out too large',
    () =>
      sendRaw(
        host.port,
        rawRequest(
          'POST /rpc/session.get',
          ownPost({ 'Content-Length': null, 'Transfer-Encoding': 'chunked' }),
        ),
        ...Array.from({ length: 30 }, () => `10000\r\n${' '.repeat(0x10000)}\r\n`),
        '0\r\n\r\n',
      ),
  ],
  [
    'an upload announced as too large',
    () =>
      sendRaw(
        host.port,
        rawRequest(
          'PUT /uploads?kind=image',
          ownPost({ 'Content-Type': 'application/octet-stream', 'Content-Length': '100000001' }),
        ),
      ),
  ],
  [
    'an upload that never ends',
    () =>
      sendRaw(
        host.port,
        rawRequest(
          'PUT /uploads?kind=image',
          ownPost({ 'Content-Type': 'application/octet-stream', 'Content-Length': '1000' }),
          'abc',
        ),
      ),
  ],
  [
    'an upload of no kind',
    () =>
      sendRaw(
        host.port,
        rawRequest('PUT /uploads', ownPost({ 'Content-Type': 'application/octet-stream' }), json),
      ),
  ],
  [
    'an upload of an inherited kind',
    () =>
      sendRaw(
        host.port,
        rawRequest(
          'PUT /uploads?kind=toString',
          ownPost({ 'Content-Type': 'application/octet-stream' }),
          json,
        ),
      ),
  ],
  [
    'an upload as a form',
    () =>
      sendRaw(
        host.port,
        rawRequest('PUT /uploads?kind=image', ownPost({ 'Content-Type': 'multipart/form-data' }), json),
      ),
  ],
  ['a call that never ends', () => post('/rpc/session.get', { 'Content-Length': '1000' })],
  ['headers that never end', () => sendRaw(host.port, 'GET / HTTP/1.1\r\nHost: ')],
  ['no HTTP at all', () => sendRaw(host.port, '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n')],
];

describe('the browser host refuses', () => {
  it.concurrent.each(attacks)('%s', async (_name, attack) => {
    const { status, head, body } = await attack();
    expect(status === 0 || (status >= 400 && status < 500)).toBe(true);
    expect(head.toLowerCase()).not.toContain('access-control');
    expect(head.toLowerCase()).not.toContain('set-cookie');
    expect(body).not.toMatch(/SECRET|The interface|"ok":true|node_modules|\.ts:\d|at \w+ \(/);
  });

  it('and still serves its own page afterwards', async () => {
    await expectToServe();
    expect(core.logger.errors).toEqual([]);
  });
});

describe('every answer', () => {
  const paths = ['/', '/assets/index-Bx3k9_aQ.js', '/nothing-here', `/images/${'a'.repeat(64)}`, '/events'];
  it.each(paths)('of %s carries the protecting headers', async (path) => {
    const { headers, body } = await client.fetch(path);
    await body?.cancel();
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).not.toBeNull();
  });

  it('lets the page be cached never, and files whose name holds a hash for ever', async () => {
    expect((await client.fetch('/')).headers.get('cache-control')).toBe('no-store');
    expect((await client.fetch('/assets/index-Bx3k9_aQ.js')).headers.get('cache-control')).toContain(
      'immutable',
    );
  });

  it('to HEAD has the headers of GET and no body', async () => {
    const { status, head, body } = await sendRaw(host.port, rawRequest('HEAD /', own()));
    expect({ status, body }).toEqual({ status: 200, body: '' });
    expect(head).toMatch(/content-type: text\/html/i);
    expect((await sendRaw(host.port, rawRequest('HEAD /events', own()))).status).toBe(200);
  });
});
