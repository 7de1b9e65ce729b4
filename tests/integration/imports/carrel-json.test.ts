import { describe, expect, it } from 'vitest';
import { createExporters } from '#core/exports/exporters.ts';
import { resolvePublication } from '#core/exports/publication.ts';
import { createRenderFile } from '#core/exports/render-file.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { openServices } from '#tests/support/open-services.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { makeImage } from '#tests/support/make-image.ts';

const exported = async (core: TestCore, format: 'json' | 'json-ld', topicIds: readonly TopicId[]) => {
  const render = createRenderFile(core.context);
  const publication = resolvePublication(core.context.datastore, topicIds);
  const [file] = await createExporters({ context: core.context, render })[format](publication, {});
  return render(file!);
};

const filled = async (core: TestCore): Promise<TopicId[]> => {
  const { topicId: water } = await core.call('topics.create', { title: 'Water', parentId: null });
  const { topicId: rivers } = await core.call('topics.create', { title: 'Rivers', parentId: water });
  await core.call('topics.update', {
    topicId: rivers,
    patch: { description: 'All that *flows*.', language: 'de' },
  });
  const { sectionId } = await core.call('sections.add', {
    topicId: rivers,
    title: 'Maps',
    kind: 'curated',
    index: 0,
  });
  for (const [title, note] of [
    ['The Rhine', 'For colleagues'],
    ['The Danube', ''],
  ] as const) {
    const fields = { title, url: null, note, publishedOn: '2018-11', otherFields: { Shelf: title } };
    await core.call('resources.create', { fields, topicId: rivers, sectionId });
  }
  return [water, rivers];
};

describe.each(['json', 'json-ld'] as const)('topics that went out as %s', (format) => {
  it('come back as the tree, the sections and the order that they were', async () => {
    const core = await openTestCore();
    const bytes = await exported(core, format, await filled(core));
    await core.close();
    const services = await openServices();
    const preview = await services.readFiles({ 'what-ever.txt': bytes });
    expect(preview).toMatchObject({ records: 2, refused: 0, notes: 0, hasFolders: true });
    await services.commitImport(preview, { into: { kind: 'tree' } });
    const tree = await services.call('topics.tree', {});
    expect(tree.map(({ title }) => title)).toEqual(['Water', 'Rivers']);
    expect(tree[1]?.parentId).toBe(tree[0]?.id);
    const topicId = tree[1]!.id;
    const board = await services.call('topics.board', { topicId });
    expect(board.topic).toMatchObject({
      language: 'de',
      description: format === 'json' ? 'All that *flows*.' : 'All that flows.',
    });
    const place = board.sections.findIndex(({ section }) => section.title === 'Maps');
    expect(services.resourcesOf(board, place).map(({ title, note }) => [title, note])).toEqual([
      ['The Rhine', ''],
      ['The Danube', ''],
    ]);
  });
});

describe.each(['json', 'json-ld'] as const)(
  'a resource without an address in two topics, as %s',
  (format) => {
    it.each(['show', 'add', 'skip'] as const)(
      'comes back as one, in both of them (%s)',
      async (duplicates) => {
        const core = await openTestCore();
        const [water, rivers] = await filled(core);
        const { sections } = await core.call('topics.board', { topicId: water! });
        const { resourceId } = Object.values(core.context.datastore.tables.placements)[0]!;
        const sectionId = sections[0]!.section.id;
        const { placementId } = await core.call('placements.add', {
          resourceId,
          topicId: water!,
          sectionId,
          beforeId: null,
        });
        await core.call('placements.update', { placementId, summary: 'What it says of water.' });
        const bytes = await exported(core, format, [water!, rivers!]);
        await core.close();
        const services = await openServices();
        const preview = await services.readFiles({ 'topics.json': bytes });
        expect(preview).toMatchObject({ records: 3, duplicates: 0 });
        const report = await services.commitImport(preview, { into: { kind: 'tree' }, duplicates });
        expect(report).toMatchObject({ taken: 2, skipped: 0 });
        const { resources, placements, topics } = services.datastore.tables;
        expect(
          Object.values(resources)
            .map(({ title }) => title)
            .toSorted(),
        ).toEqual(['The Danube', 'The Rhine']);
        const shown = Object.values(placements).filter(
          (placement) => resources[placement.resourceId]?.title === 'The Rhine',
        );
        expect(shown.map(({ topicId }) => topics[topicId]?.title ?? '').toSorted()).toEqual([
          'Rivers',
          'Water',
        ]);
        if (format === 'json')
          expect(shown.map(({ summary }) => summary ?? resources[shown[0]!.resourceId]?.summary)).toContain(
            'What it says of water.',
          );
      },
    );
  },
);

it('takes the pictures that lie beside an export along, with their credits', async () => {
  const services = await openServices();
  const picture = await makeImage({ format: 'jpeg' });
  const json = {
    format: 'carrel-publication',
    version: 1,
    topics: [
      {
        title: 'Birds',
        sections: [{ title: 'Seen', entries: [{ title: 'A wren', picture: 'abc', type: { id: 'image' } }] }],
      },
    ],
    pictures: [
      {
        sha256: 'abc',
        fileName: 'wren.jpg',
        alt: 'A wren on a fence',
        title: 'Wren',
        creator: 'Julie Doe',
        source: 'https://example.org/wren',
        licenseAddress: 'https://creativecommons.org/licenses/by-nc-nd/2.0/',
        copyrightNotice: '© 2009 Julie Doe',
        changes: 'cropped',
      },
    ],
  };
  const preview = await services.readFiles({ 'topics.json': JSON.stringify(json), 'wren.jpg': picture });
  expect(await services.commitImport(preview)).toMatchObject({ taken: 1, pictures: 1 });
  const [image] = Object.values(services.datastore.tables.images);
  expect(image).toMatchObject({
    alt: 'A wren on a fence',
    credit: {
      title: 'Wren',
      creator: 'Julie Doe',
      sourceUrl: 'https://example.org/wren',
      licenseId: 'cc-by-nc-nd-2.0',
      copyrightNotice: '© 2009 Julie Doe',
      changes: 'cropped',
    },
  });
});
