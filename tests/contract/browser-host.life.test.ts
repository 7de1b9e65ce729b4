import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enter } from '#tests/support/browser-client.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { nextEvent, readEvents } from '#tests/support/read-events.ts';
import { startBrowserHost, type BrowserHost } from '../../electron/browser-host/start-browser-host.ts';

let core: TestCore;
let host: BrowserHost | null = null;

beforeEach(async () => {
  core = await openTestCore();
});
afterEach(async () => {
  await host?.close();
  host = null;
  await core.close();
});

const start = async (times: { firstPageTime: number; idleTime: number }) => {
  const { promise: idle, resolve: onIdle } = Promise.withResolvers<string>();
  host = await startBrowserHost({ core, onIdle: () => onIdle('idle'), ...times });
  return { host, idle, client: await enter(host) };
};

const listen = async (client: Awaited<ReturnType<typeof enter>>) => {
  const leave = new AbortController();
  const response = await client.fetch('/events', { signal: leave.signal });
  const events = readEvents(response);
  await nextEvent(events, 'hello');
  return { events, leave };
};

const soon = (milliseconds: number) =>
  new Promise<string>((resolve) => setTimeout(() => resolve('still there'), milliseconds));

describe('the browser host', () => {
  it('tells a page what another one has changed', async () => {
    const { host: own, client } = await start({ firstPageTime: 60_000, idleTime: 60_000 });
    const reader = await listen(client);
    const other = await enter(own);
    await other.call('library.update', { patch: { title: 'Renamed' } });
    const changed = await nextEvent(reader.events, 'changed');
    expect(changed.touched).toEqual(['library/library']);
    expect(changed.history.seq).toBe(1);
    reader.leave.abort();
  });

  it('waits for the first page, then for the last one to leave', async () => {
    const { idle, client } = await start({ firstPageTime: 60_000, idleTime: 80 });
    expect(await Promise.race([idle, soon(200)])).toBe('still there');
    const first = await listen(client);
    const second = await listen(client);
    first.leave.abort();
    expect(await Promise.race([idle, soon(200)])).toBe('still there');
    second.leave.abort();
    expect(await idle).toBe('idle');
  });

  it('does not wait for ever for a page that never comes', async () => {
    const { idle } = await start({ firstPageTime: 50, idleTime: 60_000 });
    expect(await idle).toBe('idle');
  });

  it('ends open event streams when the core closes', async () => {
    const { client } = await start({ firstPageTime: 60_000, idleTime: 60_000 });
    const { events } = await listen(client);
    await core.core.close();
    expect(await events.next()).toEqual({ value: undefined, done: true });
  });
});
