import { expect, it } from 'vitest';
import type { InputOf } from '#shared/contract/contract.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { describeContract } from '#tests/support/contract-suite.ts';
import { makeBoard } from '#tests/support/make-board.ts';

type Link = InputOf<'capture.add'>['links'][number];

const link = (url: string, rest: Partial<Link> = {}): Link => ({
  url,
  title: null,
  summary: '',
  ifKnown: 'ask',
  ...rest,
});

describeContract('capture', ({ call, core }) => {
  const placeIn = async (topicId: TopicId) => {
    const { sections } = await call('topics.board', { topicId });
    return { topicId, sectionId: sections[0]?.section.id ?? null, beforeId: null };
  };
  const titles = async (topicId: TopicId) =>
    (await call('topics.board', { topicId })).sections.flatMap(({ entries }) =>
      entries.map(({ title }) => title),
    );

  it('makes resources of links where they were dropped, in one step', async () => {
    const topicId = await makeBoard(core(), 'Rivers', []);
    const place = await placeIn(topicId);
    const first = await call('capture.add', { links: [link('https://one.example/last')], place });
    const beforeId = first.added[0]?.placementId ?? null;
    const answer = await call('capture.add', {
      links: [
        link('https://one.example/a', { title: 'A', summary: 'Said beside it.' }),
        link('https://one.example/b'),
        link('http://www.one.example/a/', { title: 'A again' }),
      ],
      place: { ...place, beforeId },
    });
    expect(answer.added).toHaveLength(2);
    expect(await titles(topicId)).toEqual(['A again', 'https://one.example/b', 'https://one.example/last']);
    await call('history.undo', {});
    expect(await titles(topicId)).toEqual(['https://one.example/last']);
  });

  it('tells what is known, shows it here too, or adds it anyway', async () => {
    const [lakes, seas] = [await makeBoard(core(), 'Lakes', []), await makeBoard(core(), 'Seas', [])];
    const url = 'https://two.example/map';
    const place = await placeIn(seas);
    await call('capture.add', { links: [link(url, { title: 'The map' })], place: await placeIn(lakes) });

    const again = 'http://www.two.example/map/?utm_source=mail';
    const asked = await call('capture.add', { links: [link(again)], place });
    expect(asked).toMatchObject({
      added: [],
      shown: 0,
      known: [{ url: again, title: 'The map', topicTitles: ['Lakes'], isHere: false }],
    });
    expect(await titles(seas)).toEqual([]);
    expect(await call('capture.known', { url: again, exceptId: null, topicId: lakes })).toMatchObject({
      title: 'The map',
      isHere: true,
    });
    const exceptId = asked.known[0]?.resourceId ?? null;
    expect(await call('capture.known', { url: again, exceptId, topicId: null })).toBeNull();

    const shown = await call('capture.add', { links: [link(again, { ifKnown: 'show' })], place });
    expect(shown).toEqual({ changeId: expect.any(String), added: [], shown: 1, known: [] });
    expect(await titles(seas)).toEqual(['The map']);
    await call('capture.add', { links: [link(again, { title: 'Another', ifKnown: 'add' })], place });
    expect(await titles(seas)).toEqual(['The map', 'Another']);
  });

  it('makes one step of what was new and what was known', async () => {
    const [hills, dales] = [await makeBoard(core(), 'Hills', []), await makeBoard(core(), 'Dales', [])];
    const known = 'https://joined.example/known';
    await call('capture.add', { links: [link(known)], place: await placeIn(hills) });
    const place = await placeIn(dales);
    const asked = await call('capture.add', {
      links: [link('https://joined.example/new'), link(known)],
      place,
    });
    expect(asked.known).toHaveLength(1);
    const joins = asked.changeId;
    const shown = await call('capture.add', { links: [link(known, { ifKnown: 'show' })], place, joins });
    expect(shown.changeId).toBe(joins);
    expect((await call('history.state', {})).undo?.label).toEqual({
      key: 'capture.add',
      values: { count: 2 },
    });
    expect(await titles(dales)).toHaveLength(2);
    await call('history.undo', {});
    expect(await titles(dales)).toEqual([]);
    await call('history.redo', {});
    expect(await titles(dales)).toHaveLength(2);
  });

  it('keeps links in the library when no topic is open', async () => {
    const { added } = await call('capture.add', { links: [link('https://three.example/')], place: null });
    expect(added).toEqual([{ resourceId: expect.any(String), placementId: null }]);
  });

  it('refuses what is no web address', async () => {
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'https://']) {
      await expect(call('capture.add', { links: [link(url)], place: null })).rejects.toMatchObject({
        code: 'invalid-input',
      });
    }
  });

  it('looks nothing up unless it is turned on', async () => {
    const { added } = await call('capture.add', { links: [link('https://four.example/')], place: null });
    expect(await call('capture.lookups', {})).toEqual({ waiting: 0, done: 0, failed: [] });
    const resourceIds = added.map(({ resourceId }) => resourceId);
    await expect(call('capture.lookUp', { resourceIds })).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'lookups-off' },
    });
    expect(await call('capture.stopLookups', {})).toBeNull();
  });
});
