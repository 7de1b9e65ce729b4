import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { enter, type BrowserClient } from '#tests/support/browser-client.ts';
import { openTestCore } from '#tests/support/open-core.ts';
import { startBrowserHost } from '../../electron/browser-host/start-browser-host.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that are really in use. */
const heapInUse = async (): Promise<number> => {
  for (let round = 0; round < 3; round += 1) {
    collectGarbage();
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  return process.memoryUsage().heapUsed;
};

const post = (client: BrowserClient, path: string, headers: Readonly<Record<string, string>> = {}) =>
  client.fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{}',
  });

/** Good and bad requests as they come: what answers them, by turns. */
const requests: readonly (readonly [number, (client: BrowserClient, turn: number) => Promise<Response>])[] = [
  [200, (client) => post(client, '/rpc/session.get')],
  [200, (client) => post(client, '/rpc/topics.tree')],
  [403, (client) => client.fetch('/', { headers: { cookie: 'none' } })],
  [404, (client, turn) => client.fetch(`/images/${turn.toString(16).padStart(64, '0')}`)],
  [403, (client) => post(client, '/rpc/session.get', { origin: 'https://evil.example' })],
];

const send = async (client: BrowserClient, from: number, to: number): Promise<readonly string[]> => {
  const wrong: string[] = [];
  let next = from;
  const worker = async () => {
    while (next < to) {
      const turn = next;
      next += 1;
      const [status, request] = requests[turn % requests.length] ?? [];
      const response = await request?.(client, turn);
      await response?.arrayBuffer();
      if (response?.status !== status) wrong.push(`${turn}: ${response?.status} and not ${status}`);
    }
  };
  await Promise.all(Array.from({ length: 10 }, worker));
  return wrong;
};

it('answers 10,000 requests, good and bad, in the memory of the first thousand', async () => {
  const core = await openTestCore();
  const host = await startBrowserHost({ core });
  const client = await enter(host);
  try {
    expect(await send(client, 0, 1_000)).toEqual([]);
    const before = await heapInUse();
    expect(await send(client, 1_000, 10_000)).toEqual([]);
    const grown = (await heapInUse()) - before;
    // A leak of 2 KB a request would be 18 MB; what else grows is far less.
    expect(grown).toBeLessThan(18_000_000);
    expect((await post(client, '/rpc/session.get')).status).toBe(200);
    expect(core.logger.errors).toEqual([]);
  } finally {
    await host.close();
    await core.close();
  }
}, 240_000);
