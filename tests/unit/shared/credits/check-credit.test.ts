import { describe, expect, test } from 'vitest';
import { checkCredit, type CreditCheckOptions } from '#shared/domain/credits/check-credit.ts';
import { mayCrop } from '#shared/domain/credits/may-crop.ts';
import { licenseSummary } from '#shared/domain/credits/license-summary.ts';
import { allLicenses, licenseById } from '#shared/domain/credits/licenses.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import { emptyCredit, type Credit, type LicenseId } from '#shared/model/credit.ts';

const check = (id: string | null, fields: Partial<Credit> = {}, options: CreditCheckOptions = {}) =>
  checkCredit(
    { credit: { ...emptyCredit, ...fields, licenseId: id as LicenseId | null } },
    'screen',
    options,
  );
const asked = (result: ReturnType<typeof check>) =>
  result.missing.map(({ field, required }) => [field, required]);
const notes = (result: ReturnType<typeof check>) =>
  result.notes.map(({ key }) => key.replace('license.note.', ''));

const source = { creator: 'Ana', sourceUrl: 'https://example.org/p/1', licenseSeenOn: '2026-11-20' };

const message = (key: string): unknown =>
  key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], en);

describe('what is missing', () => {
  test('the golden case asks for title and source', () => {
    const result = check('cc-by-nc-nd-2.0', { creator: 'jenlen' });
    expect(result.state).toBe('incomplete');
    expect(asked(result)).toEqual([
      ['title', false],
      ['sourceUrl', true],
    ]);
    expect(result.missing.map(({ clause }) => clause)).toEqual(['§4(c)', '§4(c)']);
  });

  test.each([
    ['cc-by-2.0', {}, 'incomplete', ['title', 'creator', 'sourceUrl']],
    ['cc-by-2.0', source, 'complete', ['title']],
    ['cc-by-1.0', { creator: 'Ana' }, 'complete', ['title', 'sourceUrl']],
    ['cc-by-4.0', { ...source, creator: '' }, 'incomplete', ['title', 'creator']],
    ['cc-by-4.0', { ...source, creator: '', creditLine: 'NASA/JPL' }, 'complete', ['title']],
    ['cc-by-4.0', { ...source, creator: '', creditLine: 'CC BY 4.0' }, 'incomplete', ['title', 'creator']],
    ['cc-by', source, 'incomplete', ['title', 'licenseId']],
    ['cc0-1.0', {}, 'complete', ['title', 'creator', 'sourceUrl']],
    ['pdm-1.0', {}, 'complete', ['title', 'creator', 'sourceUrl']],
    ['unsplash', {}, 'complete', ['title', 'creator', 'sourceUrl']],
    ['own-work', {}, 'complete', ['title', 'creator', 'sourceUrl']],
    ['permission', source, 'incomplete', ['title', 'evidenceNote']],
    ['permission', { ...source, evidenceNote: 'Letter of 3 May' }, 'complete', ['title']],
    ['stock', { evidenceNote: 'No. 123, until 2030' }, 'complete', ['title', 'creator', 'sourceUrl']],
    ['fair-use', source, 'incomplete', ['title', 'evidenceNote']],
    ['gfdl-1.3', { creator: 'Ana' }, 'complete', ['title', 'sourceUrl']],
    ['fal-1.3', { creator: 'Ana' }, 'incomplete', ['title', 'sourceUrl']],
    ['rs-nkc', {}, 'complete', ['title', 'creator', 'sourceUrl']],
    ['rs-inc', source, 'permission-needed', ['title']],
    ['rs-cne', source, 'permission-needed', ['title']],
    ['all-rights-reserved', source, 'permission-needed', ['title']],
    ['cc-devnations-2.0', source, 'permission-needed', ['title']],
    ['unknown', source, 'unknown', ['licenseId']],
    [null, source, 'unknown', ['licenseId']],
    ['from-the-future-9.0', source, 'unknown', ['licenseId']],
  ] as const)('%s with %j is %s', (id, fields, state, missing) => {
    const result = check(id, fields);
    expect([result.state, result.missing.map(({ field }) => field)]).toEqual([state, missing]);
  });

  test('nothing, when all is there', () => {
    expect(check('cc-by-2.0', { ...source, title: 'Dusk' })).toEqual({
      state: 'complete',
      missing: [],
      notes: [],
    });
  });

  test('the owner’s wording may not name another license', () => {
    const result = check('cc-by-2.0', { ...source, title: 'Dusk', creditLine: 'Ana / CC BY-SA 4.0' });
    expect([result.state, asked(result)]).toEqual(['incomplete', [['creditLine', true]]]);
    expect(check('cc-by-2.0', { ...source, title: 'Dusk', creditLine: 'Ana / CC BY' }).state).toBe(
      'complete',
    );
  });
});

describe('circumstances', () => {
  test('commercial use is asked about once, then decides', () => {
    const nc = { ...source, title: 'Dusk' };
    expect(notes(check('cc-by-nc-4.0', nc))).toEqual(['commercial-question']);
    expect(check('cc-by-nc-4.0', nc, { commercialUse: true })).toMatchObject({ state: 'permission-needed' });
    expect(check('cc-by-nc-4.0', nc, { commercialUse: false })).toEqual({
      state: 'complete',
      missing: [],
      notes: [],
    });
    expect(check('rs-inc-nc', nc, { commercialUse: true }).state).toBe('permission-needed');
    expect(check('cc-by-4.0', nc, { commercialUse: true }).state).toBe('complete');
  });

  test('a changed picture under NoDerivatives needs permission', () => {
    const nd = check('cc-by-nd-4.0', { ...source, title: 'Dusk' }, { alterations: ['cropped'] });
    expect([nd.state, notes(nd)]).toEqual(['permission-needed', ['altered-no-derivatives']]);
    expect(check('cc-by-4.0', { ...source, title: 'Dusk' }, { alterations: ['cropped'] }).state).toBe(
      'complete',
    );
  });

  test('the day a license was seen is worth noting where owners can change it', () => {
    const unseen = { ...source, title: 'Dusk', licenseSeenOn: null };
    expect(notes(check('cc-by-2.0', unseen))).toEqual(['date-seen']);
    expect(notes(check('pexels', unseen))).toEqual(['date-seen']);
    expect(notes(check('cc0-1.0', unseen))).toEqual([]);
  });

  test('usage terms in the file that name another license are pointed out', () => {
    expect(notes(check('cc-by-2.0', { ...source, usageTerms: 'CC BY-SA 4.0' }))).toEqual(['terms-differ']);
  });
});

describe('cropping', () => {
  test('is refused under every NoDerivatives license, with the reason, and under no other', () => {
    for (const license of allLicenses) {
      const answer = mayCrop(license);
      expect([license.id, answer.allowed]).toEqual([license.id, !/(?:^|-)nd(?:-|$)/.test(license.id)]);
      if (!answer.allowed) expect(answer).toMatchObject({ key: 'license.crop-refused.no-derivatives' });
    }
    expect(mayCrop(null)).toEqual({ allowed: true });
  });
});

describe('messages', () => {
  test('every license has a sentence about itself', () => {
    const without = allLicenses.filter((license) => typeof message(licenseSummary(license).key) !== 'string');
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test('the sentence says what is forbidden', () => {
    const summary = (id: string) => {
      const license = licenseById(id);
      return license === null ? '' : message(licenseSummary(license).key);
    };
    expect(summary('cc-by-nc-nd-2.0')).toMatch(/forbids commercial use and sharing changed versions/);
    expect(summary('cc-by-4.0')).not.toMatch(/forbids/);
    expect(summary('cc-by-sa-3.0-de')).toMatch(/same license/);
  });

  test('every missing part and note has its sentence', () => {
    const keys = allLicenses.flatMap(({ id }) =>
      [undefined, true].flatMap((commercialUse) => {
        const options =
          commercialUse === undefined ? {} : { commercialUse, alterations: ['cropped' as const] };
        const result = check(id, { usageTerms: 'CC BY 1.0', creditLine: 'CC BY 1.0' }, options);
        return [...result.missing, ...result.notes].map(({ key }) => key);
      }),
    );
    expect([...new Set(keys)].filter((key) => typeof message(key) !== 'string')).toEqual([]);
  });
});
