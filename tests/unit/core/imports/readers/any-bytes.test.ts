import { array, assert, asyncProperty, constantFrom, nat, record, tuple, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CarrelError } from '#shared/contract/errors.ts';
import { createSource } from '#core/imports/source.ts';
import { readSource } from '#tests/support/read-source.ts';

const samples: readonly string[] = [
  'TY  - JOUR\nTI  - A title\nAU  - Doe, Jane\nPY  - 2014//\nUR  - https://x.example/\nER  - \n',
  '@book{key, title = {A {\\"o} title}, author = "Doe, Jane and {The Body}", year = 2014, url = {https://x.example/}}',
  '[{"type":"book","title":"A","issued":{"date-parts":[[2014,1]]},"author":[{"family":"Doe","given":"Jane"}]}]',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about="#a"><z:itemType>book</z:itemType><dc:title>A</dc:title></rdf:Description></rdf:RDF>',
  '<rss version="2.0"><channel><title>F</title><item><title>A &amp; b</title><link>https://x.example/</link><description>&lt;p&gt;x&lt;/p&gt;</description></item></channel></rss>',
  '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title>A</title><link href="https://x.example/"/></entry></feed>',
  '{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1","url":"https://x.example/","title":"A"}]}',
  '<opml version="2.0"><body><outline text="G"><outline text="A" htmlUrl="https://x.example/"/></outline></body></opml>',
  '<!doctype html><html><body><h1>P</h1><h2>S</h2><ul><li><a href="https://x.example/">A</a> words</li></ul></body></html>',
  '# P\n\n## S\n\n- [A](https://x.example/) words\n',
  'https://x.example/\nB https://y.example/\n',
  '[{"id":"1","name":"G","friendly_url":"https://x.example/","slug_id":"2","status_label":"Published"}]',
  '<guides><guide><guide_id>1</guide_id><name>G</name><pages><page><boxes><box><link><name>A</name><url>https://x.example/</url></link></box></boxes></page></pages></guide></guides>',
  '{"@id":"https://o.example/1","@type":"o:Item","o:id":1,"dcterms:title":[{"@value":"A"}]}',
  '{"@context":"http://iiif.io/api/presentation/3/context.json","id":"https://x.example/m","type":"Manifest","label":{"en":["A"]}}',
  '{"@context":"https://w3id.org/ro/crate/1.1/context","@graph":[{"@id":"ro-crate-metadata.json","@type":"CreativeWork","about":{"@id":"./"}},{"@id":"./","@type":"Dataset","name":"A"}]}',
];

/** A reading that holds or says something, or a refusal that can be told. */
const endsWell = async (bytes: Uint8Array): Promise<void> => {
  try {
    const reading = await readSource(createSource('x', bytes));
    expect(reading.candidates.length + reading.problems.length + reading.topics.length).toBeGreaterThan(0);
    for (const { fields } of reading.candidates) {
      expect(fields.title).not.toBe('');
      expect(fields.url ?? 'https:').toMatch(/^https?:/i);
    }
  } catch (error) {
    if (!(error instanceof CarrelError)) throw error;
    expect(error.code).toBe('file-format');
  }
};

describe('whatever is brought in', () => {
  it.each(samples)('is read where it is whole: %s', async (text) => {
    const { candidates } = await readSource(createSource('x', Buffer.from(text)));
    expect(candidates.length).toBeGreaterThan(0);
  });

  it('ends with a reading or a clear refusal when it is cut off anywhere', async () => {
    for (const sample of samples) {
      for (let end = 0; end < sample.length; end += 3) await endsWell(Buffer.from(sample.slice(0, end)));
    }
  }, 60_000);

  it('does so with bytes changed at random', async () => {
    const changed = record({
      sample: constantFrom(...samples),
      changes: array(tuple(nat(), nat(255)), { minLength: 1, maxLength: 8 }),
    });
    await assert(
      asyncProperty(changed, async ({ sample, changes }) => {
        const bytes = Buffer.from(sample);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        await endsWell(bytes);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('does so with bytes of no kind', async () => {
    await assert(
      asyncProperty(uint8Array({ maxLength: 2_000 }), async (bytes) => {
        await endsWell(bytes);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
