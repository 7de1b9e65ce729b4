import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderCredit, type Alteration } from '#shared/domain/credits/credit-line.ts';
import { toHtml, toMarkdown, toText } from '#shared/domain/credits/credit-output.ts';
import { oneLine, type CreditPart } from '#shared/domain/credits/credit-parts.ts';
import { dutiesOf, type CreditMedium, type Duty } from '#shared/domain/credits/duties.ts';
import type { License } from '#shared/domain/credits/license.ts';
import { allLicenses } from '#shared/domain/credits/licenses.ts';
import { containsWords, creatorsOf } from '#shared/domain/credits/owner-wording.ts';
import { recogniseLicense } from '#shared/domain/credits/recognise-license.ts';
import { emptyCredit, type Credit } from '#shared/model/credit.ts';

const words = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '',
    'Bled Island',
    'CC BY 2.0',
    'Ana; Bo',
    '“Dusk”',
    '<b>x</b>',
    '{title}',
    'a & b',
    'Not CC BY 4.0',
    '1',
    '!!!',
    '[x](y)',
  ),
);
const page = fc.option(
  fc.constantFrom(
    'https://example.org/p/1',
    'http://example.org/A_(b).jpg?x=1&y="2"',
    'https://www.flickr.com/photos/a/1/',
    'https://example.org/ü',
  ),
);
const license = fc.constantFrom(...allLicenses);
const medium = fc.constantFrom<CreditMedium>('screen', 'print', 'text');
const alterations = fc.uniqueArray(
  fc.constantFrom<Alteration>('cropped', 'recolored', 'overlaid', 'retouched'),
);

const fields = fc.record({
  title: words,
  creator: words,
  creatorUrl: page,
  sourceUrl: page,
  copyrightNotice: words,
  changes: words,
});
const cases = fc
  .record({
    license,
    medium,
    alterations,
    fields,
    wording: fc.constantFrom('none', 'loose', 'own', 'title'),
    loose: words,
  })
  .map(({ wording, loose, ...rest }) => {
    const { title, creator } = rest.fields;
    const lines = { none: '', loose, own: `${title} by ${creator}, ${rest.license.shortName}`, title };
    const credit: Credit = {
      ...emptyCredit,
      ...rest.fields,
      licenseId: rest.license.id,
      creditLine: lines[wording],
    };
    return { ...rest, credit };
  });

const says = (text: string, value: string): boolean =>
  text.includes(oneLine(value)) || containsWords(text, value);

type Line = {
  readonly parts: readonly CreditPart[];
  readonly text: string;
  readonly credit: Credit;
  readonly entry: License;
  readonly altered: boolean;
};

const reaches = ({ parts, text }: Line, { form }: Duty, address: string | null): boolean =>
  address === null || (form === 'link' ? parts.some(({ href }) => href === address) : text.includes(address));

/** Does the line do a duty, as far as the credit knows the value? Written from the duties, not from the renderer. */
const fulfills: Readonly<Record<Duty['part'], (line: Line, duty: Duty) => boolean>> = {
  title: ({ text, credit }) => says(text, credit.title),
  creator: ({ text, credit }) => creatorsOf(credit).every((name) => says(text, name)),
  source: (line, duty) => reaches(line, duty, line.credit.sourceUrl),
  address: (line, duty) => reaches(line, duty, line.entry.address),
  license: ({ text, entry }) =>
    text.toLowerCase().includes(entry.shortName.toLowerCase()) ||
    recogniseLicense(text)?.licenseId === entry.id,
  copyrightNotice: ({ text, credit }) => says(text, credit.copyrightNotice),
  changes: ({ text, credit, altered }) => says(text, credit.changes) && (!altered || /original/.test(text)),
  // Kept with the library, never published.
  evidence: () => true,
};

describe('any credit under any license in any medium', () => {
  test('lacks no duty that its license names, own wording or not', () => {
    fc.assert(
      fc.property(cases, ({ license: entry, medium: where, alterations: done, credit }) => {
        const { parts } = renderCredit(credit, { medium: where, alterations: done });
        const text = toText(parts);
        const altered = done.length > 0 && !entry.forbids.derivatives;
        const line: Line = { parts, text, credit, entry, altered };
        const broken = dutiesOf(entry, where).filter((duty) => !fulfills[duty.part](line, duty));
        expect({ text, broken }).toEqual({ text, broken: [] });
      }),
      { numRuns: 3_000 },
    );
  });

  test('links and writes only addresses of its own credit and license, and the license’s leads back to its entry', () => {
    fc.assert(
      fc.property(cases, ({ license: entry, medium: where, credit }) => {
        const { parts } = renderCredit(credit, { medium: where });
        const own = new Set([credit.sourceUrl, credit.creatorUrl, entry.address]);
        for (const { href, rel, role } of parts) {
          if (href === undefined) continue;
          expect(own.has(href)).toBe(true);
          if (rel === 'license' || role === 'license')
            expect(recogniseLicense(href)?.licenseId).toBe(entry.id);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('as HTML says the same words and holds no tag but its links', () => {
    const unescape = (html: string): string =>
      html
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
    fc.assert(
      fc.property(cases, ({ medium: where, credit }) => {
        const { parts } = renderCredit(credit, { medium: where });
        const stripped = toHtml(parts).replaceAll(
          /<a href="https?:\/\/[^"<>]*"(?: rel="license")?>|<\/a>|<\/?bdi>/g,
          '',
        );
        expect(stripped).not.toMatch(/[<>]/);
        expect(unescape(stripped)).toBe(toText(parts));
      }),
      { numRuns: 1_000 },
    );
  });

  test('is one line', () => {
    fc.assert(
      fc.property(cases, ({ medium: where, credit }) => {
        const { parts } = renderCredit(credit, { medium: where });
        expect(toText(parts)).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(toMarkdown(parts)).not.toMatch(/[\n\r\u2028\u2029]/);
      }),
    );
  });

  test('says nothing of a part that is empty', () => {
    fc.assert(
      fc.property(license, medium, (entry, where) => {
        const line = toText(renderCredit({ ...emptyCredit, licenseId: entry.id }, { medium: where }).parts);
        expect(line).not.toMatch(/untitled|unknown author|anonymous|“”|\( ?\)|, ,|null|undefined/i);
      }),
    );
  });
});
