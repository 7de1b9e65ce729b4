import { expect, it } from 'vitest';
import { createEvents } from '#core/door/events.ts';
import { createEventsRoute } from '#core/door/events-route.ts';
import { memoryLogger } from '#tests/support/memory-logger.ts';
import { nextEvent, readEvents } from '#tests/support/read-events.ts';
import type { CoreContext, Events } from '#core/context.ts';
import type { CoreEvent } from '#shared/contract/events.ts';

const history = { seq: 7, undo: null, redo: null };
const datastore = { historyState: () => history } as unknown as CoreContext['datastore'];
const settings: CoreEvent = { type: 'settings' };

const setUp = (keepAlive = 60_000) => {
  const logger = memoryLogger();
  const all = createEvents(logger);
  let listeners = 0;
  const events: Events = {
    publish: all.publish,
    subscribe: (listener) => {
      const unsubscribe = all.subscribe(listener);
      listeners += 1;
      return () => {
        listeners -= 1;
        unsubscribe();
      };
    },
  };
  const closing = new AbortController();
  const route = createEventsRoute({ events, datastore }, { closing: closing.signal, keepAlive });
  return { events, logger, closing, listeners: () => listeners, open: () => route.request('/events') };
};

it('begins with where the library stands, then says what happens', async () => {
  const { events, open } = setUp();
  const heard = readEvents(await open());
  expect(await nextEvent(heard, 'hello')).toEqual({ type: 'hello', history });
  events.publish(settings);
  expect((await heard.next()).value).toEqual(settings);
});

it('keeps a silent connection open with comments', async () => {
  const { open } = setUp(10);
  const reader = (await open()).body!.getReader();
  let text = '';
  while (!text.includes(': still here')) text += new TextDecoder().decode((await reader.read()).value);
  await reader.cancel();
});

it('lets go of a page that has left', async () => {
  const { open, listeners } = setUp();
  const { body } = await open();
  expect(listeners()).toBe(1);
  await body!.cancel();
  expect(listeners()).toBe(0);
});

it('ends all streams when the core closes', async () => {
  const { open, closing, listeners } = setUp();
  const heard = readEvents(await open());
  await nextEvent(heard, 'hello');
  closing.abort();
  expect((await heard.next()).done).toBe(true);
  expect(listeners()).toBe(0);
});

it('cuts off a page that does not read, and no other', async () => {
  const { events, open, listeners } = setUp();
  const stuck = await open();
  const reading = readEvents(await open());
  await nextEvent(reading, 'hello');
  for (let count = 0; count < 1_100; count += 1) {
    events.publish(settings);
    await reading.next();
  }
  expect(listeners()).toBe(1);
  await stuck.body!.cancel();
});

it('goes on when a listener throws', () => {
  const { events, logger } = setUp();
  const heard: CoreEvent[] = [];
  events.subscribe(() => {
    throw new Error('broken');
  });
  events.subscribe((event) => heard.push(event));
  events.publish(settings);
  expect(heard).toEqual([settings]);
  expect(logger.errors).toHaveLength(1);
});
