import { describe, expect, test } from 'vitest';
import { renderCredit, type CreditLineOptions } from '#shared/domain/credits/credit-line.ts';
import { toHtml, toMarkdown, toText } from '#shared/domain/credits/credit-output.ts';
import { englishCreditWords } from '#shared/domain/credits/credit-words.ts';
import { emptyCredit, type Credit, type LicenseId } from '#shared/model/credit.ts';

const credit = (fields: Partial<Omit<Credit, 'licenseId'>> & { licenseId?: string }): Credit => ({
  ...emptyCredit,
  ...fields,
  licenseId: (fields.licenseId ?? null) as LicenseId | null,
});
const line = (fields: Parameters<typeof credit>[0], options: Partial<CreditLineOptions> = {}) =>
  renderCredit(credit(fields), { medium: 'screen', ...options }).parts;

const deed = 'https://creativecommons.org/licenses/by-nc-nd/2.0/';
const golden = { creator: 'jenlen', licenseId: 'cc-by-nc-nd-2.0' };
const full = {
  ...golden,
  title: 'Bled Island',
  sourceUrl: 'https://www.flickr.com/photos/jenlen/1/',
  creatorUrl: 'https://www.flickr.com/people/jenlen/',
};

describe('the golden case', () => {
  test('screen: names maker and license and links the deed', () => {
    expect(toText(line(golden))).toBe('Photo: jenlen, CC BY-NC-ND 2.0');
    expect(toHtml(line(golden))).toBe(`Photo: jenlen, <a href="${deed}" rel="license">CC BY-NC-ND 2.0</a>`);
  });

  test('print and text: the address is written out', () => {
    expect(toText(line(golden, { medium: 'print' }))).toBe(`Photo: jenlen, CC BY-NC-ND 2.0 (${deed})`);
    expect(toText(line(golden, { medium: 'text' }))).toBe(`Photo: jenlen, CC BY-NC-ND 2.0 (${deed})`);
  });

  test('print keeps a link behind the written address, text has none', () => {
    expect(line(golden, { medium: 'print' }).find(({ text }) => text === deed)?.href).toBe(deed);
    expect(line(golden, { medium: 'text' }).some(({ href }) => href !== undefined)).toBe(false);
  });
});

describe('missing parts are absent', () => {
  test.each([
    [{}, ''],
    [{ creator: 'Ana' }, 'Photo: Ana'],
    [{ title: 'Dusk' }, 'Photo: “Dusk”'],
    [{ licenseId: 'cc-by-4.0' }, 'Photo: CC BY 4.0'],
    [{ licenseId: 'own-work' }, ''],
    [{ licenseId: 'unknown', creator: 'Ana' }, 'Photo: Ana'],
    [{ sourceUrl: 'https://example.org/p' }, 'Photo (source)'],
    [{ sourceUrl: 'https://example.org/p', licenseId: 'cc-by-4.0' }, 'Photo (source), CC BY 4.0'],
    [{ licenseId: 'cc-by', creator: 'Ana' }, 'Photo: Ana, CC BY (version not stated)'],
  ])('%j', (fields, expected) => {
    expect(toText(line(fields))).toBe(expected);
  });

  test('a picture may be called an image', () => {
    expect(toText(line(golden, { kind: 'image' }))).toBe('Image: jenlen, CC BY-NC-ND 2.0');
  });
});

describe('makers', () => {
  test('several are listed as a language lists them', () => {
    expect(toText(line({ creator: 'Ana; Bo; Cy', title: 'Dusk' }))).toBe('Photo: “Dusk” by Ana, Bo and Cy');
  });

  test('a profile is written out in print only when there is no source', () => {
    const { sourceUrl: _, ...profileOnly } = full;
    expect(toText(line(profileOnly, { medium: 'print' }))).toContain(
      'jenlen (https://www.flickr.com/people/jenlen/)',
    );
    expect(toText(line(full, { medium: 'print' }))).not.toContain('/people/');
  });
});

describe('changes', () => {
  test('are worded, the curator’s before our own, each once', () => {
    const parts = line(
      { ...golden, changes: 'straightened', licenseId: 'cc-by-4.0' },
      { alterations: ['cropped', 'recolored', 'cropped'] },
    );
    expect(toText(parts)).toBe(
      'Photo: jenlen, CC BY 4.0, changes: straightened; cropped from the original; colors changed from the original',
    );
  });
});

describe('what Carrel did', () => {
  test('is never said of a picture that may not be changed', () => {
    expect(toText(line(golden, { alterations: ['cropped'] }))).toBe('Photo: jenlen, CC BY-NC-ND 2.0');
  });

  test('does not silence a change that the curator notes', () => {
    expect(toText(line({ ...golden, changes: 'cropped with leave' }))).toContain(
      'changes: cropped with leave',
    );
  });
});

describe('notices', () => {
  const copyrightNotice = '© 2012 Ana Silva';
  test.each(['unsplash', 'pexels', 'pixabay', 'own-work', 'ai-generated'])('stay under %s', (licenseId) => {
    expect(toText(line({ creator: 'Ana', copyrightNotice, licenseId }))).toContain(copyrightNotice);
  });

  test.each(['cc0-1.0', 'pdm-1.0', 'us-gov', 'cc-publicdomain'])('go under %s', (licenseId) => {
    expect(toText(line({ creator: 'Ana', copyrightNotice, licenseId }))).not.toContain(copyrightNotice);
  });
});

describe('directions of writing', () => {
  test('a name cannot turn the line around', () => {
    expect(toText(line({ creator: '\u202EanA\u2066 Silva', licenseId: 'cc-by-4.0' }))).toBe(
      'Photo: anA Silva, CC BY 4.0',
    );
  });

  test('a name of the other direction keeps to itself in HTML', () => {
    expect(toHtml(line({ creator: 'דנה לוי' }))).toBe('Photo: <bdi>דנה לוי</bdi>');
    expect(toText(line({ creator: 'דנה לוי' }))).toBe('Photo: דנה לוי');
  });
});

describe('the owner’s own wording', () => {
  const wording = (
    creditLine: string,
    medium: 'screen' | 'print' = 'screen',
    more: Parameters<typeof credit>[0] = {},
  ) => line({ ...full, ...more, creditLine }, { medium });

  test('comes first, letter by letter, and what it lacks follows', () => {
    expect(toText(wording('J. Len / NYPL'))).toBe('J. Len / NYPL, “Bled Island”, by jenlen, CC BY-NC-ND 2.0');
    expect(toHtml(wording('J. Len / NYPL'))).toContain(`<a href="${deed}" rel="license">CC BY-NC-ND 2.0</a>`);
  });

  test('is not repeated, only linked, where it says enough', () => {
    expect(toHtml(wording('“Bled Island” by jenlen, CC BY-NC-ND 2.0'))).toBe(
      '“<a href="https://www.flickr.com/photos/jenlen/1/">Bled Island</a>” by ' +
        '<a href="https://www.flickr.com/people/jenlen/">jenlen</a>, ' +
        `<a href="${deed}" rel="license">CC BY-NC-ND 2.0</a>`,
    );
  });

  test('gets the addresses written behind it in print', () => {
    expect(toText(wording('“Bled Island” by jenlen, CC BY-NC-ND 2.0', 'print'))).toBe(
      `“Bled Island” by jenlen, CC BY-NC-ND 2.0 (https://www.flickr.com/photos/jenlen/1/), ${deed}`,
    );
  });

  test('that names another license still gets the right one', () => {
    expect(toText(wording('“Bled Island” by jenlen, CC BY 4.0'))).toBe(
      '“Bled Island” by jenlen, CC BY 4.0, CC BY-NC-ND 2.0',
    );
  });

  test('keeps a notice that is not in it', () => {
    const notice = { copyrightNotice: '© 2009 Jen Len' };
    expect(toText(wording('“Bled Island” by jenlen', 'screen', notice))).toContain('© 2009 Jen Len');
    expect(
      toText(wording('“Bled Island” by jenlen, © 2009 Jen Len', 'screen', notice)).match(/©/g),
    ).toHaveLength(1);
  });
});

describe('the short form', () => {
  test('has maker and license, the maker leading to the source', () => {
    expect(toHtml(line(full, { form: 'short' }))).toBe(
      `<a href="https://www.flickr.com/photos/jenlen/1/">jenlen</a>, <a href="${deed}" rel="license">CC BY-NC-ND 2.0</a>`,
    );
    expect(toText(line(full, { form: 'short', medium: 'text' }))).toBe('jenlen, CC BY-NC-ND 2.0');
  });
});

describe('words', () => {
  test('come from the language given', () => {
    const words = {
      ...englishCreditWords,
      photo: 'Foto',
      'title-by': '{title} von {creator}',
      title: '„{title}“',
      cropped: 'beschnitten',
      'terms-permission': 'mit Erlaubnis',
    };
    const fields = { title: 'Bled', creator: 'Ana', licenseId: 'permission' };
    expect(toText(line(fields, { words, alterations: ['cropped'] }))).toBe(
      'Foto: „Bled“ von Ana, mit Erlaubnis, beschnitten',
    );
  });

  test('a title with braces is not a template', () => {
    expect(toText(line({ title: '{creator} {x}', creator: 'Ana' }))).toBe('Photo: “{creator} {x}” by Ana');
  });
});

describe('ways out', () => {
  test('HTML escapes what people wrote and links only to the web', () => {
    const parts = [
      { text: '<b>"T" & \'x\'</b>', href: 'https://example.org/?a=1&b="2"' },
      { text: 'x', href: 'javascript:alert(1)' },
    ];
    expect(toHtml(parts)).toBe(
      '<a href="https://example.org/?a=1&amp;b=&quot;2&quot;">&lt;b&gt;&quot;T&quot; &amp; &#39;x&#39;&lt;/b&gt;</a>x',
    );
    expect(toMarkdown(parts)).not.toContain('javascript');
  });

  test('Markdown escapes marks and keeps brackets in addresses from ending the link', () => {
    expect(toMarkdown([{ text: 'A *star* [x]', href: 'https://example.org/File:A_(b).jpg' }])).toBe(
      String.raw`[A \*star\* \[x\]](https://example.org/File:A_%28b%29.jpg)`,
    );
  });

  test('line breaks in a field do not break the line', () => {
    expect(toText(line({ title: 'Two\n lines\t', creator: 'A\u2028B' }))).toBe('Photo: “Two lines” by A B');
  });
});
