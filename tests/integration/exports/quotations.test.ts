import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolvePublication } from '#core/exports/publication.ts';
import { createExporters } from '#core/exports/exporters.ts';
import { createRenderFile } from '#core/exports/render-file.ts';
import { exportFormats, type ExportFormat } from '#shared/contract/export-formats.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';

let core: TestCore;
let hygiene: TopicId;

const quoted = {
  title: 'A guide',
  url: 'https://example.org/guide',
  summary: 'Wash your *hands*.',
  quotedFrom: { source: 'World Health Organization', url: 'https://who.example/hands?a=1&b=2' },
};

beforeAll(async () => {
  core = await openTestCore();
  const { call } = core;
  await call('library.update', { patch: { textLicenseId: 'cc-by-4.0' } });
  const topic = async (title: string, textLicenseId: string | null) => {
    const { topicId } = await call('topics.create', { title, parentId: null });
    await call('topics.update', { topicId, patch: { status: 'published', textLicenseId } });
    return topicId;
  };
  hygiene = await topic('Hygiene', 'cc0-1.0');
  const water = await topic('Water', null);
  const { resourceId } = await call('resources.create', {
    fields: quoted,
    topicId: hygiene,
    sectionId: null,
  });
  const place = { topicId: water, resourceId, sectionId: null, beforeId: null };
  const { placementId } = await call('placements.add', place);
  await call('placements.update', { placementId, summary: 'Our own words.' });
});
afterAll(() => core.close());

/** The text of a file; with `topicIds` null of all topics. */
const textOf = async (
  format: ExportFormat,
  name: RegExp,
  topicIds: readonly TopicId[] | null = null,
): Promise<string> => {
  const render = createRenderFile(core.context);
  const publication = resolvePublication(core.context.datastore, topicIds);
  const exporters = createExporters({ context: core.context, render });
  const files = await exporters[format](publication, {});
  const file = files.find(({ path }) => name.test(path));
  if (!file) throw new Error(`no file ${name.source}`);
  return Buffer.from(await render(file)).toString('utf8');
};

describe('a quoted summary', () => {
  it('is a quotation with its source on the page, and for machines', async () => {
    const page = await textOf('site', /hygiene/);
    expect(page).toMatch(
      /<blockquote cite="https:\/\/who\.example\/hands\?a=1&amp;b=2">[^]*<em>hands<\/em>[^]*<\/blockquote>/,
    );
    expect(page).toMatch(
      /<cite><a\s+href="https:\/\/who\.example\/hands\?a=1&amp;b=2"[^>]*>World Health Organization<\/a/,
    );
    const [, data = ''] = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(page) ?? [];
    const { mainEntity } = JSON.parse(data) as { mainEntity: { itemListElement: { item: object }[] } };
    expect(mainEntity.itemListElement[0]?.item).toEqual({
      '@type': 'WebPage',
      name: 'A guide',
      url: 'https://example.org/guide',
      subjectOf: {
        '@type': 'Quotation',
        text: 'Wash your hands.',
        isPartOf: {
          '@type': 'CreativeWork',
          name: 'World Health Organization',
          url: 'https://who.example/hands?a=1&b=2',
        },
      },
    });
  });

  it('is none where the topic has a summary of its own', async () => {
    const page = await textOf('site', /water/);
    expect(page).toContain('Our own words.');
    expect(page).not.toMatch(/blockquote|World Health|Quotation/);
  });

  // Formats that have a field for the source keep the two apart.
  const pages = ['site', 'single-page', 'fragment', 'pdf', 'epub', 'docx'];
  const apart = new Set<string>([...pages, 'csv', 'xlsx', 'json', 'markdown', 'share']);
  const texts = exportFormats.map(({ id }) => id).filter((format) => !apart.has(format));

  it.each(texts)('stands in quotation marks with its source in %s', async (format) => {
    const text = await textOf(format, /./, [hygiene]);
    expect(text).toMatch(/“Wash your hands\.” \(World Health Organization, https:\/\/who\.example\/hands/);
  });

  it.each([
    ['single-page', /./],
    ['fragment', /./],
    ['epub', /topic-.*xhtml$/],
  ] as const)('is a quotation with its source in %s', async (format, name) => {
    const text = await textOf(format, name, [hygiene]);
    expect(text).toMatch(/<blockquote[^>]*>[^]*hands[^]*<\/blockquote>/);
    expect(text).toMatch(/<cite>[^]*https:\/\/who\.example\/hands[^]*World Health Organization[^]*<\/cite>/);
  });

  it('brings no class or style of ours into somebody else’s page', async () => {
    expect(await textOf('fragment', /./, [hygiene])).not.toMatch(/ class=| style=|<script/);
  });

  it('is a block quotation in Markdown', async () => {
    expect(await textOf('markdown', /hygiene/)).toMatch(
      /> Wash your \*hands\*\.\n\s*>\n\s*> — \[World Health Organization\]/,
    );
  });
});

describe('the license of a page’s text', () => {
  it('is the topic’s own, or else the library’s', async () => {
    const own = await textOf('site', /hygiene/);
    expect(own).toContain('publicdomain/zero/1.0/" rel="license">CC0 1.0</a');
    expect(own).toContain('"license":"https://creativecommons.org/publicdomain/zero/1.0/"');
    const library = await textOf('site', /water/);
    expect(library).toContain('licenses/by/4.0/" rel="license">CC BY 4.0</a');
    // What lists topics of different licenses cannot name one for all.
    expect(await textOf('site', /^index/)).not.toContain('rel="license"');
  });
});
