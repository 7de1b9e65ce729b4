import { describe, expect, test } from 'vitest';
import { dutiesOf } from '#shared/domain/credits/duties.ts';
import { allLicenses, licenseById } from '#shared/domain/credits/licenses.ts';
import type { License } from '#shared/domain/credits/license.ts';
import { licenseIdSchema } from '#shared/model/credit.ts';

const get = (id: string): License => {
  const license = licenseById(id);
  if (license === null) throw new Error(`no license ${id}`);
  return license;
};

describe('the catalogue', () => {
  test('has one entry per id, all of them valid ids', () => {
    const ids = allLicenses.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !licenseIdSchema.safeParse(id).success)).toEqual([]);
  });

  test('has one entry per address', () => {
    const addresses = allLicenses.flatMap(({ address }) => (address === null ? [] : [address]));
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('offers the six families in five versions, and no port', () => {
    const offered = allLicenses.filter((license) => license.offered && license.group === 'cc');
    expect(offered).toHaveLength(30);
    expect(offered.filter(({ jurisdiction, retired }) => jurisdiction !== null || retired)).toEqual([]);
  });

  test('offers the twelve rights statements', () => {
    expect(allLicenses.filter(({ group }) => group === 'statement').map(({ address }) => address)).toEqual(
      [
        'InC',
        'InC-OW-EU',
        'InC-EDU',
        'InC-NC',
        'InC-RUU',
        'NoC-CR',
        'NoC-NC',
        'NoC-OKLR',
        'NoC-US',
        'CNE',
        'UND',
        'NKC',
      ].map((code) => `http://rightsstatements.org/vocab/${code}/1.0/`),
    );
  });

  test('never offers a retired license', () => {
    expect(allLicenses.filter(({ offered, retired }) => offered && retired)).toEqual([]);
  });

  test('knows the license of the golden case', () => {
    expect(get('cc-by-nc-nd-2.0')).toMatchObject({
      name: 'Creative Commons Attribution-NonCommercial-NoDerivs 2.0 Generic',
      shortName: 'CC BY-NC-ND 2.0',
      address: 'https://creativecommons.org/licenses/by-nc-nd/2.0/',
      spdx: 'CC-BY-NC-ND-2.0',
      forbids: { commercial: true, derivatives: true },
      shareAlike: false,
    });
  });

  test.each([
    ['cc-by-nc-nd-1.0', 'https://creativecommons.org/licenses/by-nd-nc/1.0/'],
    ['cc-by-nc-nd-1.0-nl', 'https://creativecommons.org/licenses/by-nd-nc/1.0/nl/'],
    ['cc-by-nc-nd-2.0-jp', 'https://creativecommons.org/licenses/by-nc-nd/2.0/jp/'],
    ['cc-by-nd-nc-2.0-jp', 'https://creativecommons.org/licenses/by-nd-nc/2.0/jp/'],
    ['cc-by-3.0-igo', 'https://creativecommons.org/licenses/by/3.0/igo/'],
    ['cc-sampling-plus-1.0', 'https://creativecommons.org/licenses/sampling+/1.0/'],
    ['cc0-1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  ])('gives %s its canonical address', (id, address) => {
    expect(get(id).address).toBe(address);
  });

  test.each([
    ['cc-by-2.1', 'was published as ports only'],
    ['cc-by-4.0-de', 'has no ports'],
    ['cc-by-3.0-in', 'was not ported to India'],
    ['cc-by-5.0', 'does not exist'],
  ])('has no %s: it %s', (id) => {
    expect(licenseById(id)).toBeNull();
  });

  test('says NoDerivatives at 4.0 and NoDerivs before', () => {
    expect(get('cc-by-nd-4.0').name).toContain('NoDerivatives 4.0 International');
    expect(get('cc-by-nd-3.0').name).toContain('NoDerivs 3.0 Unported');
  });

  test('blocks publishing for "unknown" alone', () => {
    expect(allLicenses.filter(({ blocksPublishing }) => blocksPublishing).map(({ id }) => id)).toEqual([
      'unknown',
    ]);
  });

  test('lists in `asks` just what the duties require', () => {
    for (const license of allLicenses) {
      const required = dutiesOf(license, 'print')
        .filter(({ level, part }) => level !== 'courtesy' && part !== 'changes')
        .map(({ part }) => part);
      if (license.group === 'cc' && license.dutyTable !== 'cc-4')
        expect([license.id, new Set(license.asks)]).toEqual([license.id, new Set(required)]);
    }
  });
});

describe('duties', () => {
  const levels = (id: string, part: string) => {
    const duty = dutiesOf(get(id), 'print').find((one) => one.part === part);
    return duty === undefined ? null : [duty.level, duty.clause];
  };

  test.each([
    ['cc-by-1.0', ['if-supplied', '§4(b)']],
    ['cc-by-sa-2.0', ['if-supplied', '§4(c)']],
    ['cc-by-nc-sa-2.5', ['if-supplied', '§4(d)']],
    ['cc-by-nc-nd-2.0', ['if-supplied', '§4(c)']],
    ['cc-by-nd-3.0', ['if-supplied', '§4(b)']],
    ['cc-by-4.0', ['courtesy', '']],
    ['cc0-1.0', ['courtesy', '']],
  ])('the title under %s', (id, expected) => {
    expect(levels(id, 'title')).toEqual(expected);
  });

  test('the address of the work came with 2.0', () => {
    expect(levels('cc-by-1.0', 'source')).toEqual(['courtesy', '']);
    expect(levels('cc-by-2.0', 'source')).toEqual(['where-practicable', '§4(b)']);
    expect(levels('cc-by-4.0', 'source')).toEqual(['where-practicable', '§3(a)(1)(A)(v)']);
  });

  test('changes are to be named under 4.0, and under 3.0 where adaptations are allowed', () => {
    expect(levels('cc-by-nd-4.0', 'changes')).toEqual(['required', '§3(a)(1)(B)']);
    expect(levels('cc-by-3.0', 'changes')).toEqual(['required', '§3(b)']);
    expect(levels('cc-by-nd-3.0', 'changes')).toEqual(['required', '§4(b)']);
  });

  test('the license address is required by every Creative Commons license that is not a dedication', () => {
    const without = allLicenses.filter(
      (license) => license.group === 'cc' && levels(license.id, 'address')?.[0] !== 'required',
    );
    expect(without.map(({ id }) => id)).toEqual(['cc-publicdomain']);
  });

  test('addresses are links on screen and written out in print and text', () => {
    const forms = (medium: 'screen' | 'print' | 'text') =>
      dutiesOf(get('cc-by-2.0'), medium).find(({ part }) => part === 'address')?.form;
    expect([forms('screen'), forms('print'), forms('text')]).toEqual(['link', 'address', 'address']);
  });
});
