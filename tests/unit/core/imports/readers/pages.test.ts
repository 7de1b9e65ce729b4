import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Reading } from '#core/imports/reader.ts';
import { readPath, readText } from '#tests/support/read-source.ts';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../../fixtures/imports/${name}`, import.meta.url));

const short = ({ candidates }: Reading) =>
  candidates.map(({ section, fields }) => [section, fields.title, fields.url, fields.summary]);

describe('a saved page', () => {
  it('becomes a topic: headings are sections, links with their words are resources', async () => {
    const reading = await readPath(fixture('guide.html'));
    expect(reading).toMatchObject({ format: 'html-page', title: 'Rivers' });
    expect(short(reading)).toEqual([
      [
        'Maps',
        'River maps',
        'https://maps.example.org/rivers',
        'Sheets of *every* river, by [our staff](https://guides.example.edu/staff).',
      ],
      ['Maps', 'Gauges', 'https://guides.example.edu/rivers/data/gauges.csv', 'water levels since 1900'],
      ['Reading', 'the first', 'https://a.example.org/', ''],
      ['Reading', 'the second', 'https://b.example.org/', ''],
      ['Reading', 'A glossary', 'https://c.example.org/', 'Words for water.'],
    ]);
  });

  it('keeps what stands between the links as descriptions', async () => {
    const { topics } = await readPath(fixture('guide.html'));
    expect(topics[0]).toMatchObject({
      path: ['Rivers'],
      description: 'Where to begin with rivers.',
      language: 'en',
    });
    const [maps, reading] = topics[0]?.sections ?? [];
    expect(maps).toEqual({ title: 'Maps', description: 'Never a link' });
    expect(reading?.description).toContain('See [the first](https://a.example.org/)');
  });
});

describe('a list of links', () => {
  it('is read from Markdown, with headings as sections', async () => {
    const reading = await readText(
      '# Bees\n\nAll about them.\n\n## Books\n\n- [The hive](https://hive.example.org/) - A classic\n- <https://swarm.example.org/x>\n',
    );
    expect(reading).toMatchObject({ format: 'markdown', title: 'Bees' });
    expect(short(reading)).toEqual([
      ['Books', 'The hive', 'https://hive.example.org/', 'A classic'],
      ['Books', 'https://swarm.example.org/x', 'https://swarm.example.org/x', ''],
    ]);
  });

  it('is read from plain lines, with or without titles', async () => {
    const reading = await readText(
      'https://a.example.org/\nThe second: https://b.example.org/two?x=1\n\nhttps://c.example.org/  The third\njavascript:alert(1)//https\n',
    );
    expect(reading.format).toBe('links');
    expect(short(reading).map(([, title, url]) => [title, url])).toEqual([
      ['https://a.example.org/', 'https://a.example.org/'],
      ['The second', 'https://b.example.org/two?x=1'],
      ['The third', 'https://c.example.org/'],
    ]);
  });
});
