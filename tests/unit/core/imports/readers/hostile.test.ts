import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { toCsv } from '#core/exports/data/csv.ts';
import { markdownToHtml } from '#core/exports/text/markdown.ts';
import type { Reading } from '#core/imports/reader.ts';
import { readers } from '#core/imports/readers.ts';
import { createSource } from '#core/imports/source.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import { importFormatSchema, type ImportFormat } from '#shared/contract/imports.ts';
import { readSource } from '#tests/support/read-source.ts';
import { sourcesOfFormats, type Said } from '#tests/support/sources-of-formats.ts';

const formats = importFormatSchema.options;

const read = async (format: ImportFormat, said: Said, prolog = ''): Promise<Reading> => {
  const made = await sourcesOfFormats[format](said, prolog);
  return readSource(createSource('file', typeof made === 'string' ? Buffer.from(made) : made));
};

/** What was read, or null where it was refused with a reason. */
const readOrRefuse = async (...args: Parameters<typeof read>): Promise<Reading | null> => {
  try {
    return await read(...args);
  } catch (error) {
    if (!(error instanceof CarrelError) || error.code !== 'file-format') throw error;
    return null;
  }
};

const plain: Said = {
  title: 'A sound title',
  address: 'https://sound.example.org/a',
  words: 'Told in short.',
};

/** Everything of a reading that becomes a link or a picture somewhere. */
const addressesOf = ({ candidates }: Reading): string[] =>
  candidates
    .flatMap(({ fields, picture }) => [
      fields.url,
      fields.quotedFrom?.url,
      picture?.url,
      picture?.credit.sourceUrl,
      picture?.credit.creatorUrl,
    ])
    .filter((address) => typeof address === 'string');

/** Everything of a reading that is shown as Markdown, as it is shown. */
const shown = ({ candidates, topics }: Reading): string =>
  [
    ...candidates.map(({ fields }) => fields.summary ?? ''),
    ...topics.flatMap(({ description, sections = [] }) => [
      description,
      ...sections.map((section) => section.description),
    ]),
  ]
    .map((markdown) => markdownToHtml(markdown, 3).markup)
    .join('\n');

const schemes = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'file:///etc/passwd',
  'file://server/share',
  String.raw`\\server\share`,
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
];

const markup = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a> <a href="file:///etc/passwd">y</a>',
  '[x](javascript:alert(1)) [y](file:///etc/passwd) <javascript:alert(1)>',
  '<iframe src="https://spy.example/"></iframe><style>*{}</style><base href="https://spy.example/">',
].join('\n');

const harmless = /^(?:p|br|em|strong|a|ul|ol|li|code|pre|blockquote|h[1-6]|hr|div|span|s|del)$/;

/** Elements and attributes of shown Markdown that could run, load or lead anywhere but to a page. */
const harmIn = (html: string): string[] =>
  DomUtils.findAll(() => true, parseDocument(html).children).flatMap(({ name, attribs }) => [
    ...(harmless.test(name) ? [] : [`<${name}>`]),
    ...Object.entries(attribs).flatMap(([attribute, value]) => {
      const isAddress = /^(?:href|src|cite)$/.test(attribute);
      const isBad = /^on/i.test(attribute) || (isAddress && !/^(?:https?:|mailto:)/i.test(value));
      return isBad ? [`${name} ${attribute}=${value}`] : [];
    }),
  ]);

describe('every reader', () => {
  it('has a source here for each of its formats', () => {
    const known = new Set(readers.flatMap((reader) => reader.formats));
    expect([...formats].filter((format) => !known.has(format))).toEqual([]);
    expect(Object.keys(sourcesOfFormats).toSorted()).toEqual([...formats].toSorted());
  });

  it.each(formats)('takes what is sound: %s', async (format) => {
    const reading = await read(format, plain);
    expect(reading.format).toBe(format);
    expect(addressesOf(reading)).toContain(plain.address);
    expect(reading.candidates.map(({ fields }) => fields.title)).toContain(plain.title);
  });

  it.each(formats)('makes no link of an address that is none of the web: %s', async (format) => {
    for (const address of schemes) {
      const reading = await readOrRefuse(format, { ...plain, address });
      for (const found of reading === null ? [] : addressesOf(reading)) expect(found).toMatch(/^https?:\/\//);
      expect(harmIn(reading === null ? '' : shown(reading))).toEqual([]);
    }
  });

  it.each(formats)('brings in no markup that does anything: %s', async (format) => {
    const reading = await readOrRefuse(format, { ...plain, words: markup });
    expect(harmIn(reading === null ? '' : shown(reading))).toEqual([]);
  });

  it.each(formats)(
    'keeps a formula a text that no spreadsheet runs when it goes out again: %s',
    async (format) => {
      const formula = '=HYPERLINK("https://spy.example","x")';
      const reading = await readOrRefuse(format, { ...plain, title: formula });
      for (const { fields } of reading?.candidates ?? []) {
        const [, row = ''] = toCsv({ columns: ['t'], rows: [[fields.title]] }).split('\r\n');
        expect(row.replace(/^"/, '')).not.toMatch(/^[=+\-@]/);
      }
    },
  );
});

const inXml = ['xlsx', 'zotero-rdf', 'rss', 'atom', 'opml', 'libguides-xml'] as const;

describe('XML', () => {
  it.each(inXml)('never fetches or shows an outside entity: %s', async (format) => {
    const prolog =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "https://spy.example/x.dtd"> %p;]>';
    const said = { ...plain, title: 'Before ENTITY after' };
    const made = await sourcesOfFormats[format](said, prolog);
    const bytes = typeof made === 'string' ? Buffer.from(made.replaceAll('ENTITY after', '&e; after')) : made;
    const reading = await readSource(createSource('file', bytes)).catch((error: unknown) => error);
    if (reading instanceof CarrelError) expect(reading.code).toBe('file-format');
    else expect(JSON.stringify((reading as Reading).candidates)).not.toMatch(/root:|\/bin\//);
  });

  it.each(inXml)('does not unfold entities that multiply: %s', async (format) => {
    const laughs = Array.from(
      { length: 12 },
      (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(12)}">`,
    );
    const prolog = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${laughs.join('')}]>`;
    const made = await sourcesOfFormats[format]({ ...plain, title: 'Before LAUGH after' }, prolog);
    const bytes = typeof made === 'string' ? Buffer.from(made.replaceAll('LAUGH', '&l12;')) : made;
    const reading = await readSource(createSource('file', bytes)).catch((error: unknown) => error);
    if (reading instanceof CarrelError) expect(reading.code).toBe('file-format');
    else expect(JSON.stringify((reading as Reading).candidates).length).toBeLessThan(10_000);
  });
});

const inJson = formats.filter((format) => {
  const made = sourcesOfFormats[format](plain, '');
  return typeof made === 'string' && /^[[{]/.test(made);
});

describe('JSON', () => {
  it.each(inJson)('cannot reach into other objects: %s', async (format) => {
    const made = sourcesOfFormats[format](plain, '') as string;
    const polluted = made.replaceAll(
      '{"',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"',
    );
    await readSource(createSource('file', Buffer.from(polluted))).catch((error: unknown) => {
      if (!(error instanceof CarrelError)) throw error;
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect((Object as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
