import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderCredit } from '#shared/domain/credits/credit-line.ts';
import { toHtml, toMarkdown, toText } from '#shared/domain/credits/credit-output.ts';
import { allLicenses } from '#shared/domain/credits/licenses.ts';
import { parsePastedCredit } from '#shared/domain/credits/parse-pasted-credit.ts';
import { emptyCredit, type Credit } from '#shared/model/credit.ts';

const fields = (pasted: string) => parsePastedCredit(pasted)?.fields ?? null;

describe('what sites give out', () => {
  test('Openverse, plain text', () => {
    expect(
      fields(
        '"Old Mill • 7433" by river_walker is licensed under CC BY-NC-SA 2.0. To view a copy of this license, visit https://creativecommons.org/licenses/by-nc-sa/2.0/?ref=openverse.',
      ),
    ).toEqual({ title: 'Old Mill • 7433', creator: 'river_walker', licenseId: 'cc-by-nc-sa-2.0' });
  });

  test('Openverse, HTML', () => {
    expect(
      fields(
        '<p>"<a rel="noopener" href="https://www.flickr.com/photos/1@N06/49">Old Mill</a>" by <a href="https://www.flickr.com/photos/1@N06">river &amp; walker</a> is licensed under <a href="https://creativecommons.org/licenses/by/2.0/?ref=openverse">CC BY 2.0 <img src="cc.svg"/></a>.</p>',
      ),
    ).toEqual({
      title: 'Old Mill',
      creator: 'river & walker',
      sourceUrl: 'https://www.flickr.com/photos/1@N06/49',
      creatorUrl: 'https://www.flickr.com/photos/1@N06',
      licenseId: 'cc-by-2.0',
    });
  });

  test('Openverse without a title, and marked works', () => {
    expect(fields('This work by Ann Lee is marked with CC0 1.0.')).toEqual({
      creator: 'Ann Lee',
      licenseId: 'cc0-1.0',
    });
    expect(fields('"Map" is marked with Public Domain Mark 1.0.')).toEqual({
      title: 'Map',
      licenseId: 'pdm-1.0',
    });
  });

  test('Wikimedia Commons', () => {
    expect(
      fields('Ann Lee, CC BY-SA 4.0 <https://creativecommons.org/licenses/by-sa/4.0>, via Wikimedia Commons'),
    ).toEqual({
      creator: 'Ann Lee',
      licenseId: 'cc-by-sa-4.0',
    });
    expect(
      fields(
        '<a href="https://commons.wikimedia.org/wiki/File:Tree_(lone).jpg">Ann Lee</a>, <a href="https://creativecommons.org/licenses/by-sa/4.0">CC BY-SA 4.0</a>, via Wikimedia Commons',
      ),
    ).toEqual({
      creator: 'Ann Lee',
      sourceUrl: 'https://commons.wikimedia.org/wiki/File:Tree_(lone).jpg',
      licenseId: 'cc-by-sa-4.0',
    });
    expect(
      fields('By Ann Lee - Own work, CC BY-SA 4.0, https://commons.wikimedia.org/w/index.php?curid=8'),
    ).toEqual({
      creator: 'Ann Lee',
      sourceUrl: 'https://commons.wikimedia.org/w/index.php?curid=8',
      licenseId: 'cc-by-sa-4.0',
    });
  });

  test('Wikimedia’s placeholders are nobody’s name', () => {
    expect(fields('Unknown author, Public domain, via Wikimedia Commons')).toEqual({
      licenseId: 'public-domain',
    });
    expect(fields('See page for author, CC BY 4.0, via Wikimedia Commons')).toEqual({
      licenseId: 'cc-by-4.0',
    });
  });

  test('Flickr’s embed code, new and old', () => {
    const href = 'https://www.flickr.com/photos/a7/123/';
    expect(
      fields(
        `<a data-flickr-embed="true" href="${href}" title="Bled Island"><img alt="x"></a><script src="//x.js"></script>`,
      ),
    ).toEqual({
      title: 'Bled Island',
      sourceUrl: href,
    });
    expect(fields(`<a href="${href}" title="Walk by the lake by Ann, on Flickr"><img alt="x"></a>`)).toEqual({
      title: 'Walk by the lake',
      creator: 'Ann',
      sourceUrl: href,
    });
  });

  test.each([
    [
      'Photo by <a href="https://unsplash.com/@ann?utm_source=unsplash&utm_medium=x">Ann Lee</a> on <a href="https://unsplash.com/photos/abc?utm_source=unsplash">Unsplash</a>',
      {
        creator: 'Ann Lee',
        creatorUrl: 'https://unsplash.com/@ann',
        sourceUrl: 'https://unsplash.com/photos/abc',
      },
      'unsplash',
    ],
    [
      'Photo by Ann Lee from Pexels: https://www.pexels.com/photo/lake-123/',
      { creator: 'Ann Lee', sourceUrl: 'https://www.pexels.com/photo/lake-123/' },
      'pexels',
    ],
    [
      'Image by <a href="https://pixabay.com/users/ann-1/?utm_source=x">Ann</a> from <a href="https://pixabay.com//?utm_source=x">Pixabay</a>',
      { creator: 'Ann', creatorUrl: 'https://pixabay.com/users/ann-1/' },
      'pixabay',
    ],
  ])('%s: the license is suggested, not set', (pasted, expected, suggested) => {
    expect(parsePastedCredit(pasted)).toEqual({ fields: expected, suggestedLicenseId: suggested });
  });

  test('a museum’s list of facts', () => {
    expect(
      fields(
        'Title: Wheat Field\nArtist: Ann Lee (Dutch, 1853–1890)\nDate: 1889\nCredit Line: Gift of Bo, 1993\nRights: CC0',
      ),
    ).toEqual({
      title: 'Wheat Field',
      creator: 'Ann Lee (Dutch, 1853–1890)',
      creditLine: 'Gift of Bo, 1993',
      licenseId: 'cc0-1.0',
    });
    expect(fields('<dl><dt>Author</dt><dd>Ann</dd><dt>License</dt><dd>CC BY 3.0</dd></dl>')).toEqual({
      creator: 'Ann',
      licenseId: 'cc-by-3.0',
    });
  });
});

describe('nothing is made up', () => {
  test.each([
    ['', null],
    ['hello world', null],
    ['Meeting by the lake', null],
    ['© 2020 Jane Doe. All rights reserved.', { copyrightNotice: '© 2020 Jane Doe. All rights reserved' }],
    ['No known copyright restrictions', { licenseId: 'no-known-restrictions' }],
    ['Foo, GFDL or CC BY-SA 3.0, via Wikimedia Commons', { creator: 'Foo' }],
    ['Ann Lee, Wheat Field, 1889. City Museum. Public Domain', { licenseId: 'public-domain' }],
    [
      '"Not CC BY 4.0" by Ann is licensed under CC BY 2.0',
      { title: 'Not CC BY 4.0', creator: 'Ann', licenseId: 'cc-by-2.0' },
    ],
    [
      'Walk by the Sea by Ann Lee / CC BY 2.0',
      { title: 'Walk by the Sea', creator: 'Ann Lee', licenseId: 'cc-by-2.0' },
    ],
    ['https://creativecommons.org/licenses/by/4.0/deed.de', { licenseId: 'cc-by-4.0' }],
    ['https://www.flickr.com/people/ann/', { creatorUrl: 'https://www.flickr.com/people/ann/' }],
  ])('%s', (pasted, expected) => {
    expect(fields(pasted)).toEqual(expected);
  });

  test('scripts are not read and addresses that are not the web’s are not taken', () => {
    expect(fields('<script>Title: X\nAuthor: Y</script><a href="javascript:alert(1)">x</a>')).toBeNull();
  });

  test('never throws', () => {
    const pieces = fc.constantFrom(
      '<a href="',
      'https://flickr.com/photos/a/1',
      '">',
      '</a>',
      '"',
      ' by ',
      'CC BY 2.0',
      '&#x110000;',
      '&#0;',
      '<',
      '\n',
      'Title: ',
      '](',
      '[',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 15 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => parsePastedCredit(text) === null || true),
      { numRuns: 1_000 },
    );
  });
});

describe('what Carrel writes it can read', () => {
  const known = [
    { title: 'Bled Island', creator: 'jenlen', sourceUrl: 'https://www.flickr.com/photos/jenlen/1/' },
    { title: 'Walk by the Sea', creator: 'Ö. Åberg', sourceUrl: 'https://example.org/pictures/2?size=l' },
    {
      title: 'Warsy (église) • 7433',
      creator: 'Ana Silva; Bo Li; Studio 54',
      sourceUrl: 'https://example.org/3',
    },
  ];
  const licenses = allLicenses.filter(({ group, versionless }) => group === 'cc' && !versionless);

  test.each([
    ['HTML', 'screen', toHtml],
    ['Markdown', 'screen', toMarkdown],
    ['print', 'print', toText],
  ] as const)('%s, under every Creative Commons license', (_, medium, write) => {
    const wrong = licenses.flatMap((license) =>
      known.flatMap((fieldsOfIt) => {
        const expected = { ...fieldsOfIt, licenseId: license.id };
        const credit: Credit = { ...emptyCredit, ...expected };
        const line = write(renderCredit(credit, { medium }).parts);
        const found = fields(line);
        const same = Object.entries(expected).every(
          ([name, value]) => found?.[name as keyof typeof expected] === value,
        );
        return same && Object.keys(found ?? {}).length === 4 ? [] : [{ line, found }];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
