import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isPublicAddress } from '#core/capture/lookup/public-address.ts';
import type { Network } from '#core/capture/lookup/network.ts';
import { createLibrary } from '#core/library/create-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { makeTemporaryFolder, removeFolder } from '#tests/support/temporary-folder.ts';

/** A server on this machine that names ending in `.example` lead to; what it was asked for is kept. */
const startSite = async (answer: RequestListener) => {
  const asked: { path: string; headers: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    asked.push({ path: `${request.headers.host?.split(':')[0]}${request.url}`, headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return { asked, at: (host: string, path = '/') => `http://${host}.example:${port}${path}` };
};

const resolved: string[] = [];
const network: Network = {
  resolve: async (host) => {
    resolved.push(host);
    if (host === 'nowhere.example') throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return [{ address: host === 'inside.example' ? '10.0.0.8' : '127.0.0.1', family: 4 }];
  },
  // The server of the test is the one exception.
  mayReach: (address) => address === '127.0.0.1' || isPublicAddress(address),
};

const page =
  (html: string): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'a=b' }).end(html);

const openWith = async (isOn = true, lookups = {}): Promise<TestCore> => {
  const core = await openTestCore({ lookups: { network, pause: 0, ...lookups } });
  onTestFinished(core.close);
  if (isOn) await core.call('settings.update', { lookUpPages: true });
  return core;
};

const add = async (
  { call }: Pick<TestCore, 'call'>,
  urls: readonly string[],
  title: string | null = null,
) => {
  const links = urls.map((url) => ({ url, title, summary: '', ifKnown: 'add' as const }));
  const { added } = await call('capture.add', { links, place: null });
  return added.map(({ resourceId }) => resourceId);
};

const read = async (core: TestCore, resourceId: Awaited<ReturnType<typeof add>>[number] | undefined) => {
  if (!resourceId) throw new Error('nothing was added');
  return (await core.call('resources.get', { resourceId })).resource;
};

/** What became of one link that leads to this address. */
const failureOf = async (url: string, lookups = {}) => {
  const core = await openWith(true, lookups);
  const [resourceId] = await add(core, [url]);
  await core.context.lookups.idle();
  const { failed, waiting } = await core.call('capture.lookups', {});
  expect(waiting).toBe(0);
  expect((await read(core, resourceId)).title).toBe(url);
  expect(failed.map((each) => each.resourceId)).toEqual([resourceId]);
  return failed[0]?.reason;
};

test('asks nothing of the network while looking up is turned off', async () => {
  const site = await startSite(page('<title>Seen</title>'));
  const core = await openWith(false);
  resolved.length = 0;
  const [resourceId] = await add(core, [site.at('news')]);
  await core.context.lookups.idle();
  expect((await read(core, resourceId)).title).toBe(site.at('news'));
  expect(resolved).toEqual([]);
  expect(site.asked).toEqual([]);
});

test('fills what is empty, as no step of its own, and leaves what a person wrote', async () => {
  const site = await startSite(
    page(`<html lang="en"><title>Seed libraries</title><meta property="og:site_name" content="The News">
      <meta name="description" content="How to lend seeds."><meta property="og:image" content="/a.jpg">`),
  );
  const core = await openWith();
  const [bare] = await add(core, [site.at('news', '/x')]);
  const [titled] = await add(core, [site.at('other', '/y')], 'My title');
  await core.context.lookups.idle();
  expect(await read(core, bare)).toMatchObject({
    title: 'Seed libraries',
    summary: 'How to lend seeds.',
    quotedFrom: { source: 'The News', url: site.at('news', '/x') },
    publisher: 'The News',
    language: 'en',
    publishedOn: null,
    otherFields: { 'Picture address': site.at('news', '/a.jpg') },
  });
  expect((await read(core, titled)).title).toBe('My title');
  expect(site.asked[0]?.headers).toMatchObject({ 'user-agent': expect.stringMatching(/^Carrel\//) });
  expect(site.asked.every(({ headers }) => headers['cookie'] === undefined)).toBe(true);

  // Two steps were made, by the person; what was found goes with them, and comes again.
  for (let step = 0; step < 2; step += 1) await core.call('history.undo', {});
  expect((await core.call('history.list', {})).done).toEqual([]);
  await expect(read(core, bare)).rejects.toMatchObject({ code: 'not-found' });
  for (let step = 0; step < 2; step += 1) await core.call('history.redo', {});
  expect(await read(core, bare)).toMatchObject({ title: 'Seed libraries', publisher: 'The News' });
});

test('takes no step away that could be made again', async () => {
  const site = await startSite(page('<title>Seed libraries</title>'));
  const core = await openWith();
  await core.call('settings.update', { lookUpPages: false });
  const [bare] = await add(core, [site.at('news', '/x')]);
  await core.call('topics.create', { title: 'Gardens', parentId: null });
  await core.call('history.undo', {});
  await core.call('settings.update', { lookUpPages: true });
  await core.call('capture.lookUp', { resourceIds: bare ? [bare] : [] });
  await core.context.lookups.idle();
  expect((await read(core, bare)).title).toBe('Seed libraries');
  await core.call('history.redo', {});
  expect(await core.call('topics.tree', {})).toMatchObject([{ title: 'Gardens' }]);
});

test('asks a host for one page at a time', async () => {
  let atOnce = 0;
  let most = 0;
  const site = await startSite((request, response) => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    setImmediate(() => {
      atOnce -= 1;
      page('<title>One</title>')(request, response);
    });
  });
  const core = await openWith();
  await add(
    core,
    ['/1', '/2', '/3', '/4'].map((path) => site.at('news', path)),
  );
  await core.context.lookups.idle();
  expect(site.asked).toHaveLength(4);
  expect(most).toBe(1);
});

test('follows redirects and reads packed pages', async () => {
  const site = await startSite((request, response) => {
    if (request.url === '/old') return response.writeHead(301, { location: '/new' }).end();
    return response
      .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
      .end(gzipSync('<title>Moved</title>'));
  });
  const core = await openWith();
  const [resourceId] = await add(core, [site.at('news', '/old')]);
  await core.context.lookups.idle();
  expect(await read(core, resourceId)).toMatchObject({ title: 'Moved', url: site.at('news', '/old') });
});

test('reads a megabyte of a page without end', async () => {
  const site = await startSite((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write('<title>Endless</title>');
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  });
  const core = await openWith();
  const [resourceId] = await add(core, [site.at('news')]);
  await core.context.lookups.idle();
  expect((await read(core, resourceId)).title).toBe('Endless');
});

describe('tells why a page was not read', () => {
  test('redirects in a circle', async () => {
    const site = await startSite((_request, response) =>
      response.writeHead(302, { location: '/again' }).end(),
    );
    expect(await failureOf(site.at('news'))).toBe('redirects');
    expect(site.asked).toHaveLength(6);
  });

  test.each([
    ['a name that leads inside', 'http://inside.example/', 'private'],
    ['a number that is inside', 'http://192.168.0.1/', 'private'],
    ['loopback in another spelling', 'http://[::1]/', 'private'],
    ['a number in disguise', 'http://0xa9fea9fe/', 'private'],
    ['a name that is none', 'http://nowhere.example/', 'unreachable'],
  ])('%s', async (_what, url, reason) => {
    expect(await failureOf(url)).toBe(reason);
  });

  test.each(['http://inside.example/secret', 'http://169.254.169.254/latest', 'file:///etc/passwd'])(
    'a redirect to %s',
    async (location) => {
      const site = await startSite((_request, response) => response.writeHead(302, { location }).end());
      expect(await failureOf(site.at('news'))).toBe(location.startsWith('http') ? 'private' : 'unreachable');
      expect(site.asked).toHaveLength(1);
    },
  );

  test('no page', async () => {
    const site = await startSite((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'),
    );
    expect(await failureOf(site.at('news'))).toBe('not-a-page');
  });

  test('an error of the site', async () => {
    const site = await startSite((_request, response) => response.writeHead(404).end());
    expect(await failureOf(site.at('news'))).toBe('status');
  });

  test('no answer', async () => {
    const site = await startSite(() => undefined);
    expect(await failureOf(site.at('news'), { timeout: 50 })).toBe('slow');
  });
});

test('tries again, and a failure that was mended is forgotten', async () => {
  let isUp = false;
  const site = await startSite((request, response) =>
    isUp ? page('<title>Back</title>')(request, response) : response.writeHead(503).end(),
  );
  const core = await openWith();
  const resourceIds = await add(core, [site.at('news')]);
  await core.context.lookups.idle();
  isUp = true;
  await core.call('capture.lookUp', { resourceIds });
  await core.context.lookups.idle();
  expect(await core.call('capture.lookups', {})).toMatchObject({ waiting: 0, failed: [] });
  expect((await read(core, resourceIds[0])).title).toBe('Back');
});

test('stops, and keeps the resources as they are', async () => {
  const site = await startSite(() => undefined);
  const core = await openWith();
  const [first] = await add(core, [site.at('a'), site.at('b'), site.at('a', '/2')]);
  await expect.poll(() => site.asked.length).toBe(2);
  await core.call('capture.stopLookups', {});
  await core.context.lookups.idle();
  expect(await core.call('capture.lookups', {})).toEqual({ waiting: 0, done: 0, failed: [] });
  expect((await read(core, first)).title).toBe(site.at('a'));
});

test('turning it off breaks off what is under way', async () => {
  const site = await startSite(() => undefined);
  const core = await openWith();
  await add(core, [site.at('a'), site.at('a', '/2')]);
  await expect.poll(() => site.asked.length).toBe(1);
  await core.call('settings.update', { lookUpPages: false });
  await core.context.lookups.idle();
  expect(await core.call('capture.lookups', {})).toMatchObject({ waiting: 0 });
  expect(site.asked).toHaveLength(1);
});

describe('after a restart', () => {
  const folders = async () => {
    const root = await makeTemporaryFolder();
    onTestFinished(() => removeFolder(root));
    const dir = join(root, 'library');
    await createLibrary(libraryPaths(dir), { title: 'Kept', language: 'en' });
    return { dir, settingsDir: join(root, 'person'), lookups: { network, pause: 0 } };
  };

  test('goes on where it was', async () => {
    let isSilent = true;
    const site = await startSite((request, response) => {
      if (!isSilent) page('<title>Read later</title>')(request, response);
    });
    const options = await folders();
    const before = await openTestCore(options);
    await before.call('settings.update', { lookUpPages: true });
    const ids = await add(before, [site.at('a'), site.at('a', '/2')]);
    await expect.poll(() => site.asked.length).toBe(1);
    await before.close();
    isSilent = false;
    const after = await openTestCore(options);
    onTestFinished(after.close);
    await after.context.lookups.idle();
    for (const id of ids) expect((await read(after, id)).title).toBe('Read later');
  });

  test('begins anew when the queue is damaged', async () => {
    const options = await folders();
    const before = await openTestCore(options);
    await before.call('settings.update', { lookUpPages: true });
    await add(before, ['http://nowhere.example/']);
    await before.context.lookups.idle();
    await before.close();
    const path = join(options.dir, '.cache', 'lookups.json');
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ failed: [{ reason: 'unreachable' }] });
    await writeFile(path, '{"format":1,"waiting":[{"url":"file:///etc/passwd"}]');
    const after = await openTestCore(options);
    onTestFinished(after.close);
    expect(await after.call('capture.lookups', {})).toEqual({ waiting: 0, done: 0, failed: [] });
  });
});
