import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromRdf } from '#core/images/embedded-sources.ts';
import { toXmp } from '#core/images/write-xmp.ts';
import { parseXml } from '#core/images/xml-tree.ts';
import { emptyCredit, type Credit, type LicenseId } from '#shared/model/credit.ts';

const license = 'https://creativecommons.org/licenses/by-nc-nd/2.0/';
const credit: Credit = {
  ...emptyCredit,
  title: 'A <quiet> "corner" & more',
  creator: 'Jane Doe; Ольга',
  creatorUrl: 'https://example.org/jane?a=1&b=2',
  licenseId: 'cc-by-nc-nd-2.0' as LicenseId,
  copyrightNotice: '© 2020 Jane Doe',
  usageTerms: 'Ask first',
  licensorUrl: 'https://example.org/buy',
};

const read = (xmp: string) => fromRdf(parseXml(xmp), 'xmp');

describe('toXmp', () => {
  it('writes what the reader of embedded rights reads back', () => {
    expect(read(toXmp(credit, 'Photo: Jane Doe', 'A reading chair', license))).toEqual({
      origin: 'xmp',
      title: credit.title,
      creator: credit.creator,
      creatorUrl: credit.creatorUrl,
      sourceUrl: '',
      license,
      webStatement: license,
      usageTerms: 'Ask first',
      licensorUrl: 'https://example.org/buy',
      copyrightNotice: '© 2020 Jane Doe',
      creditLine: 'Photo: Jane Doe',
      alt: 'A reading chair',
    });
  });

  it('says nothing that is not known', () => {
    const xmp = toXmp(emptyCredit, '', '', null);
    expect(xmp).not.toMatch(/<(?:dc|cc|plus|photoshop|xmpRights|Iptc4xmpCore):/);
  });

  it.each([
    ['cc-by-4.0', 'True'],
    ['cc0-1.0', 'False'],
    ['pdm-1.0', 'False'],
  ])('marks %s as copyrighted: %s', (licenseId, marked) => {
    const xmp = toXmp({ ...credit, licenseId: licenseId as LicenseId }, '', '', null);
    expect(xmp).toContain(`<xmpRights:Marked>${marked}</xmpRights:Marked>`);
  });

  it('stays well-formed whatever a field holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => read(toXmp({ ...credit, title: text, creator: text }, text, text, text))).not.toThrow();
      }),
    );
  });
});
