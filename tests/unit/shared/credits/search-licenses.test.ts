import { describe, expect, test } from 'vitest';
import { allLicenses } from '#shared/domain/credits/licenses.ts';
import { searchLicenses } from '#shared/domain/credits/search-licenses.ts';

const ids = (query: string, recent: readonly string[] = []): string[] =>
  searchLicenses(query, recent).map(({ id }) => id);

describe('searching for a license', () => {
  test.each([
    ['by-nc-nd', 'cc-by-nc-nd-4.0'],
    ['nc nd 2.0', 'cc-by-nc-nd-2.0'],
    ['by 4', 'cc-by-4.0'],
    ['cc0', 'cc0-1.0'],
    ['staff photo', 'own-work'],
    ['permission', 'permission'],
    ['letter', 'permission'],
    ['unsplash', 'unsplash'],
    ['in copyright', 'rs-inc'],
    ['noncommercial 3.0', 'cc-by-nc-3.0'],
    ['by-nc-sa 3.0 de', 'cc-by-nc-sa-3.0-de'],
    ['CC BY 3.0 IGO', 'cc-by-3.0-igo'],
    ['http://creativecommons.org/licenses/by/2.0/deed.de', 'cc-by-2.0'],
    ['midjourney', 'ai-generated'],
  ])('%s: %s comes first', (query, first) => {
    expect(ids(query)[0]).toBe(first);
  });

  test('"nc 2" finds 2.0, then 2.5 of NC before their ports', () => {
    expect(ids('nc 2').slice(0, 2)).toEqual(['cc-by-nc-2.0', 'cc-by-nc-2.5']);
  });

  test('a place finds its ports', () => {
    expect(ids('germany').every((id) => id.endsWith('-de'))).toBe(true);
    expect(ids('germany')).toHaveLength(12);
  });

  test('"public domain" finds all that is free', () => {
    expect(ids('public domain')).toEqual(
      expect.arrayContaining(['public-domain', 'cc0-1.0', 'pdm-1.0', 'us-gov', 'no-known-restrictions']),
    );
  });

  test('"flickr" finds what Flickr offers', () => {
    expect(ids('flickr')).toEqual(
      expect.arrayContaining([
        'cc-by-2.0',
        'cc-by-nc-nd-2.0',
        'cc-by-4.0',
        'us-gov',
        'no-known-restrictions',
      ]),
    );
  });

  test('recent ones lead when nothing is typed and among equals', () => {
    expect(ids('', ['permission', 'cc-by-nc-nd-2.0']).slice(0, 3)).toEqual([
      'permission',
      'cc-by-nc-nd-2.0',
      'cc-by-4.0',
    ]);
    expect(ids('by', ['cc-by-sa-2.0'])[0]).toBe('cc-by-sa-2.0');
    expect(ids('permission', ['cc-by-2.0'])).toEqual(['permission']);
  });

  test('nothing typed offers everything that is offered, once', () => {
    const offered = allLicenses.filter((license) => license.offered).map(({ id }) => id);
    expect([...ids('', ['permission'])].toSorted()).toEqual([...offered].toSorted());
  });

  test('retired licenses appear only when named exactly', () => {
    expect(ids('sampling')).toEqual([]);
    expect(ids('https://creativecommons.org/licenses/sampling/1.0/')).toEqual(['cc-sampling-1.0']);
    expect(ids('CC-SA-1.0')[0]).toBe('cc-sa-1.0');
  });

  test('unknown ids among the recent ones do no harm, and nonsense finds nothing', () => {
    expect(ids('', ['gone-1.0'])[0]).toBe('cc-by-4.0');
    expect(ids('xyzzy')).toEqual([]);
  });
});
