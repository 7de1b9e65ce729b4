import { expect, it } from 'vitest';
import type { CallCore } from '#core/open-core.ts';
import {
  bulkReportSchema,
  type BulkOutcome,
  type BulkReport,
  type BulkTarget,
} from '#shared/contract/bulk.ts';
import type { ResourceId, SectionId, TopicId } from '#shared/model/ids.ts';
import { describeContract } from '#tests/support/contract-suite.ts';
import { importUpload } from '#tests/support/import-upload.ts';

const makeBoard = async (call: CallCore, title: string, titles: readonly string[]) => {
  const { topicId } = await call('topics.create', { title, parentId: null });
  const { sectionId } = await call('sections.add', { topicId, title: 'Picked', kind: 'curated', index: 0 });
  for (const one of titles) await call('resources.create', { fields: { title: one }, topicId, sectionId });
  const [section] = (await call('topics.board', { topicId })).sections;
  const entries = section?.entries ?? [];
  return {
    topicId,
    sectionId,
    placementIds: entries.map(({ placementId }) => placementId),
    resourceIds: entries.map(({ resourceId }) => resourceId),
  };
};

const titlesOf = async (call: CallCore, topicId: TopicId, section = 0) => {
  const { sections } = await call('topics.board', { topicId });
  return sections[section]?.entries.map(({ title }) => title);
};

const done = (outcome: BulkOutcome): BulkReport => {
  if (outcome.kind !== 'done') throw new Error('it became a job');
  return outcome.report;
};

const last = (topicId: TopicId, sectionId: SectionId | null = null) => ({
  topicId,
  sectionId,
  beforeId: null,
});

describeContract('bulk', ({ call }) => {
  it('moves entries together, in the order named, and takes that back in one step', async () => {
    const { topicId, sectionId, placementIds } = await makeBoard(call, 'Order', ['A', 'B', 'C', 'D']);
    const [a, b, , d] = placementIds;
    const outcome = await call('bulk.move', {
      placementIds: [d!, b!],
      topicId,
      sectionId,
      beforeId: a!,
    });
    expect(done(outcome)).toEqual({ changed: 2, unchanged: 0 });
    expect(await titlesOf(call, topicId)).toEqual(['D', 'B', 'A', 'C']);
    await call('history.undo', {});
    expect(await titlesOf(call, topicId)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('moves entries to another topic, and leaves those that stand there already', async () => {
    const home = await makeBoard(call, 'Home', ['Both', 'Only here']);
    const other = await makeBoard(call, 'Other', []);
    const [both] = home.resourceIds;
    await call('bulk.show', { target: { kind: 'resources', resourceIds: [both!] }, ...last(other.topicId) });
    const outcome = await call('bulk.move', { placementIds: home.placementIds, ...last(other.topicId) });
    expect(done(outcome)).toEqual({ changed: 1, unchanged: 1 });
    expect(await titlesOf(call, other.topicId)).toEqual(['Both', 'Only here']);
    expect(await titlesOf(call, home.topicId)).toEqual(['Both']);
  });

  it('shows resources in another topic, too, once each', async () => {
    const home = await makeBoard(call, 'Shown from', ['One', 'Two']);
    const other = await makeBoard(call, 'Shown in', []);
    const target = { kind: 'placements' as const, placementIds: home.placementIds };
    const [one] = home.resourceIds;
    await call('bulk.show', { target: { kind: 'resources', resourceIds: [one!] }, ...last(other.topicId) });
    expect((await call('history.state', {})).undo?.label).toEqual({
      key: 'placement.add',
      values: { title: 'One', topic: 'Shown in' },
    });
    expect(await call('bulk.alreadyIn', { target })).toEqual([home.topicId]);
    await call('history.undo', {});
    expect(done(await call('bulk.show', { target, ...last(other.topicId) })).changed).toBe(2);
    expect((await call('bulk.alreadyIn', { target })).toSorted()).toEqual(
      [home.topicId, other.topicId].toSorted(),
    );
    expect(done(await call('bulk.show', { target, ...last(other.topicId) }))).toEqual({
      changed: 0,
      unchanged: 2,
    });
    expect(await titlesOf(call, home.topicId)).toEqual(['One', 'Two']);
  });

  it('hands resources out whole, as many as can be compared', async () => {
    const { placementIds, resourceIds } = await makeBoard(call, 'Compared', ['Rivers', 'The rivers']);
    const details = await call('bulk.details', { target: { kind: 'placements', placementIds } });
    expect(details.map(({ resource }) => resource.id)).toEqual(resourceIds);
    const titles = Array.from({ length: 13 }, (_, at) => `Work ${at}`);
    const many = await makeBoard(call, 'Too many', titles);
    await expect(
      call('bulk.details', { target: { kind: 'resources', resourceIds: many.resourceIds } }),
    ).rejects.toMatchObject({ code: 'conflict', details: { reason: 'too-many-to-compare', most: 12 } });
  });

  it('makes copies that go their own way', async () => {
    const home = await makeBoard(call, 'Copied from', ['Original']);
    const other = await makeBoard(call, 'Copied to', []);
    const target = { kind: 'placements' as const, placementIds: home.placementIds };
    await call('bulk.copy', { target, ...last(other.topicId) });
    await call('resources.update', { resourceId: home.resourceIds[0]!, patch: { title: 'Changed' } });
    expect(await titlesOf(call, other.topicId)).toEqual(['Original']);
  });

  it('takes entries out of a topic, and resources out of the library', async () => {
    const { topicId, placementIds, resourceIds } = await makeBoard(call, 'Leaving', ['A', 'B', 'C']);
    await call('bulk.takeOut', { placementIds: placementIds.slice(0, 1) });
    expect(await titlesOf(call, topicId)).toEqual(['B', 'C']);
    const target = { kind: 'topic' as const, topicId };
    expect(done(await call('bulk.remove', { target })).changed).toBe(2);
    expect(await titlesOf(call, topicId)).toEqual([]);
    const trashed = (await call('trash.list', {})).map(({ title }) => title);
    expect(trashed).toEqual(expect.arrayContaining(['B', 'C']));
    await call('history.undo', {});
    expect(await titlesOf(call, topicId)).toEqual(['B', 'C']);
    expect((await call('resources.get', { resourceId: resourceIds[0]! })).placements).toEqual([]);
  });

  it('sets fields and subjects on many, and says how many that changed', async () => {
    const { resourceIds } = await makeBoard(call, 'Edited', ['A', 'B']);
    const target = { kind: 'resources' as const, resourceIds };
    await call('resources.update', {
      resourceId: resourceIds[0]!,
      patch: { subjects: ['Gardens', 'Seeds'], language: 'es' },
    });
    const edit = {
      typeId: 'webinar',
      language: 'es',
      publishedOn: '2018-11',
      addSubjects: ['Water', 'gardens'],
      removeSubjects: ['SEEDS'],
    };
    expect(done(await call('bulk.edit', { target, edit }))).toEqual({ changed: 2, unchanged: 0 });
    expect(done(await call('bulk.edit', { target, edit }))).toEqual({ changed: 0, unchanged: 2 });
    const [a, b] = await Promise.all(
      resourceIds.map(async (resourceId) => (await call('resources.get', { resourceId })).resource),
    );
    expect(a).toMatchObject({ typeId: 'webinar', publishedOn: '2018-11', subjects: ['Gardens', 'Water'] });
    expect(b).toMatchObject({ language: 'es', subjects: ['Water', 'gardens'] });
    const { resources, subjects } = await call('bulk.summary', { target });
    expect(resources).toBe(2);
    expect(subjects[0]).toEqual({ subject: 'Water', count: 2 });
  });

  it('refuses an edit of nothing, and a type that is not there', async () => {
    const target = { kind: 'library' as const };
    await expect(call('bulk.edit', { target, edit: {} })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(call('bulk.edit', { target, edit: { typeId: 'nonsense' } })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('sets the status of many topics, as one step', async () => {
    const { topicId } = await call('topics.create', { title: 'Above', parentId: null });
    const below = await call('topics.create', { title: 'Below', parentId: topicId });
    const topicIds = [topicId, below.topicId];
    const edit = { status: 'published' as const, owner: 'Ana' };
    expect(done(await call('bulk.editTopics', { topicIds, edit }))).toEqual({ changed: 2, unchanged: 0 });
    const statuses = async () =>
      (await call('topics.tree', {})).filter(({ id }) => topicIds.includes(id)).map(({ status }) => status);
    expect(await statuses()).toEqual(['published', 'published']);
    await call('history.undo', {});
    expect(await statuses()).toEqual(['draft', 'draft']);
    await expect(call('bulk.editTopics', { topicIds, edit: {} })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('shows what a replacement would do, does it, and takes it back', async () => {
    const { topicId, placementIds, resourceIds } = await makeBoard(call, 'Replaced', ['A', 'B']);
    await call('resources.update', {
      resourceId: resourceIds[0]!,
      patch: { summary: 'A cat and a catalog.' },
    });
    await call('placements.update', { placementId: placementIds[1]!, summary: 'Here: the Cat.' });
    const target = { kind: 'topic' as const, topicId };
    const replace = {
      find: 'cat',
      replaceWith: 'dog',
      matchCase: false,
      wholeWords: true,
      fields: ['summary' as const],
    };
    const preview = await call('bulk.previewReplace', { target, replace });
    expect(preview).toMatchObject({ resources: 2, places: 2, refused: 0 });
    expect(preview.samples[0]).toMatchObject({
      topicTitle: null,
      text: [
        { kind: 'kept', text: 'A ' },
        { kind: 'removed', text: 'cat' },
        { kind: 'added', text: 'dog' },
        { kind: 'kept', text: ' and a catalog.' },
      ],
    });
    expect(preview.samples[1]).toMatchObject({ topicTitle: 'Replaced' });
    expect(done(await call('bulk.replace', { target, replace })).changed).toBe(2);
    const summaries = async () =>
      (await call('topics.board', { topicId })).sections[0]?.entries.map(({ summary }) => summary);
    expect(await summaries()).toEqual(['A dog and a catalog.', 'Here: the dog.']);
    await call('history.undo', {});
    expect(await summaries()).toEqual(['A cat and a catalog.', 'Here: the Cat.']);
  });
});

describeContract('bulk work on many', ({ call, core }) => {
  it('is a job, and one step to take back', async () => {
    const { topicId } = await makeBoard(call, 'Long', []);
    const csv = ['title', ...Array.from({ length: 600 }, (_, index) => `Entry ${index}`)].join('\n');
    const { uploads, jobs } = core().context;
    const { writeFile } = await import('node:fs/promises');
    const path = `${core().dir}-long.csv`;
    await writeFile(path, csv);
    const { id } = await uploads.adopt(path);
    const upload = { uploadId: id, fileName: 'long.csv' };
    await importUpload(core(), upload, { kind: 'topic', topicId, sectionId: null });
    const { entryIds, entries } = (await call('topics.board', { topicId })).sections[0]!;
    expect([entryIds.length, entries.length]).toEqual([600, 40]);
    const later = await call('topics.entries', { placementIds: entryIds.slice(500, 502) });
    expect(later.map(({ placementId }) => placementId)).toEqual(entryIds.slice(500, 502));

    const outcome = await call('bulk.edit', {
      target: { kind: 'topic', topicId },
      edit: { language: 'es' },
    });
    if (outcome.kind !== 'started') throw new Error('it was no job');
    const job = await jobs.ended(outcome.jobId);
    expect(job).toMatchObject({ kind: 'bulk', state: 'done' });
    expect(bulkReportSchema.parse(job.result)).toEqual({ changed: 600, unchanged: 0 });
    const { undo } = await call('history.state', {});
    expect(undo?.label).toEqual({ key: 'bulk.edit', values: { count: 600 } });
  });
});

describeContract('bulk work on what a search finds', ({ call }) => {
  const found: Extract<BulkTarget, { kind: 'search' }> = {
    kind: 'search',
    query: 'creator:chosen',
    sort: 'title',
    descending: false,
    between: null,
    except: [],
    also: [],
  };

  const addAll = async () => {
    const ids = [];
    for (const title of ['A', 'B', 'C', 'D', 'E']) {
      const fields = { title, creators: ['Chosen'] };
      ids.push((await call('resources.create', { fields, topicId: null, sectionId: null })).resourceId);
    }
    return ids;
  };

  const titlesIn = async (language: string) =>
    (
      await call('search.query', {
        query: `creator:chosen language:${language}`,
        sort: 'title',
        descending: false,
        offset: 0,
        limit: 50,
        facets: false,
      })
    ).items.map(({ title }) => title);

  it('is about all of it, without those that are excepted, as it is found when it begins', async () => {
    const [a, b] = await addAll();
    const target = { ...found, except: [b!] };
    expect(await call('bulk.summary', { target })).toEqual({ resources: 4, subjects: [] });
    expect(done(await call('bulk.edit', { target, edit: { language: 'es' } })).changed).toBe(4);
    expect(await titlesIn('es')).toEqual(['A', 'C', 'D', 'E']);
    await call('history.undo', {});
    expect(await titlesIn('es')).toEqual([]);

    await call('resources.remove', { resourceId: a! });
    expect(done(await call('bulk.remove', { target })).changed).toBe(3);
    const rest = await call('bulk.summary', { target: found });
    expect(rest.resources).toBe(1);
    await call('history.undo', {});
    expect((await call('bulk.summary', { target: found })).resources).toBe(4);
    await call('history.undo', {});
  });

  it('is about what stands between two results, whichever is named first, and tells when one is gone', async () => {
    await call('bulk.remove', { target: found });
    const [a, b, , d] = await addAll();
    const target = { ...found, between: [d!, b!] as [ResourceId, ResourceId] };
    expect((await call('bulk.summary', { target })).resources).toBe(3);
    const withMore = { ...target, except: [d!], also: [a!, b!] };
    expect((await call('bulk.summary', { target: withMore })).resources, 'b counts once').toBe(3);
    expect(done(await call('bulk.edit', { target, edit: { language: 'fr' } })).changed).toBe(3);
    expect(await titlesIn('fr')).toEqual(['B', 'C', 'D']);

    await call('resources.remove', { resourceId: b! });
    await expect(call('bulk.edit', { target, edit: { language: 'de' } })).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'range-gone' },
    });
    expect(await titlesIn('de')).toEqual([]);
  });
});
