import { describe, expect, it } from 'vitest';
import type { Statement } from '#core/images/embedded-sources.ts';
import { toCredit, toEmbeddedFields } from '#core/images/to-credit.ts';
import { creditSchema, emptyCredit } from '#shared/model/credit.ts';

const creditOf = (...statements: Statement[]) => toCredit(toEmbeddedFields(statements)).credit;

describe('toCredit', () => {
  it('prefers XMP to IIM and IIM to Exif, and says where each value is from', () => {
    const credit = creditOf(
      { origin: 'xmp', title: 'From XMP' },
      { origin: 'iptc', title: 'From IIM', creator: 'Jane; John' },
      { origin: 'exif', creator: 'J. Doe', copyrightNotice: '© J. Doe' },
    );
    expect(credit).toEqual({
      ...emptyCredit,
      title: 'From XMP',
      creator: 'Jane; John',
      copyrightNotice: '© J. Doe',
      origins: { title: 'xmp', creator: 'iptc', copyrightNotice: 'exif' },
    });
    expect(creditSchema.safeParse(credit).success).toBe(true);
  });

  it.each<[string, Partial<Statement>]>([
    ['cc-by-sa-3.0', { license: 'http://creativecommons.org/licenses/by-sa/3.0/' }],
    ['cc-by-nc-nd-2.0', { webStatement: 'https://creativecommons.org/licenses/by-nc-nd/2.0/deed.de' }],
    ['cc-by-4.0', { usageTerms: 'Creative Commons Attribution 4.0 International License' }],
    ['cc0-1.0', { copyrightNotice: 'No rights: https://creativecommons.org/publicdomain/zero/1.0/' }],
    ['rs-inc', { webStatement: 'http://rightsstatements.org/vocab/InC/1.0/' }],
  ])('finds %s where the file names it', (licenseId, statement) => {
    expect(creditOf({ origin: 'xmp', ...statement })).toMatchObject({
      licenseId,
      origins: { licenseId: 'xmp' },
    });
  });

  it.each<Partial<Statement>>([
    { copyrightNotice: '© 2009 Julie Doe, all rights reserved' },
    { usageTerms: 'All rights reserved.' },
    { copyrightNotice: 'Laitche (This file is in the public domain.)' },
    { webStatement: 'https://example.com/rights' },
    { usageTerms: 'Not under CC BY 4.0' },
  ])('makes no license out of %j', (statement) => {
    expect(creditOf({ origin: 'xmp', ...statement }).licenseId).toBeNull();
  });

  it('keeps a page about rights that is no license with the terms, as written', () => {
    expect(creditOf({ origin: 'xmp', webStatement: 'www.example.com' }).usageTerms).toBe('www.example.com');
    expect(
      creditOf({ origin: 'xmp', usageTerms: 'Ask first.', webStatement: 'https://example.com/r' }).usageTerms,
    ).toBe('Ask first. https://example.com/r');
  });

  it('does not repeat a license address as terms', () => {
    const webStatement = 'https://creativecommons.org/licenses/by/4.0/';
    expect(creditOf({ origin: 'xmp', webStatement }).usageTerms).toBe('');
  });

  it('takes only web addresses as links', () => {
    const credit = creditOf({
      origin: 'xmp',
      creatorUrl: 'javascript:alert(1)',
      licensorUrl: 'ftp://example.com',
    });
    expect([credit.creatorUrl, credit.licensorUrl]).toEqual([null, null]);
  });

  it('makes nothing up', () => {
    expect(creditOf()).toEqual(emptyCredit);
    expect(creditOf({ origin: 'xmp' })).toEqual(emptyCredit);
  });

  it('lists everything found, the chosen first', () => {
    const fields = toEmbeddedFields([
      { origin: 'xmp', creator: 'Jane' },
      { origin: 'exif', creator: 'JANE' },
    ]);
    expect(fields).toEqual([
      {
        field: 'creator',
        found: [
          { origin: 'xmp', value: 'Jane' },
          { origin: 'exif', value: 'JANE' },
        ],
      },
    ]);
  });
});
