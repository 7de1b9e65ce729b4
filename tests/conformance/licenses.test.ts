import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { renderCredit } from '#shared/domain/credits/credit-line.ts';
import { toText } from '#shared/domain/credits/credit-output.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { parsePastedCredit } from '#shared/domain/credits/parse-pasted-credit.ts';
import { recogniseLicense } from '#shared/domain/credits/recognise-license.ts';
import { emptyCredit } from '#shared/model/credit.ts';

const base =
  process.env['CARREL_FIXTURES'] ?? fileURLToPath(new URL('../../../shared/fixtures/', import.meta.url));
const folder = `${base.replace(/\/$/, '')}/licences/`;
const present = existsSync(`${folder}cc-licences.csv`);
if (!present) console.warn(`Skipped: no license fixtures at ${folder}`);

const read = (name: string): string => readFileSync(`${folder}${name}`, 'utf8');
const json = <Value>(name: string): Value => JSON.parse(read(name)) as Value;
const answer = (text: string) => licenseById(recogniseLicense(text)?.licenseId ?? null);
const withoutScheme = (address: string | null | undefined) => address?.replace(/^https?:/, '');

const addresses = (): readonly string[] =>
  read('cc-licences.csv')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(',')[0] ?? '');

describe.skipIf(!present)('all addresses of the Creative Commons index', () => {
  test('lead to the entry with that very address', () => {
    const wrong = addresses().filter(
      (address) => withoutScheme(answer(address)?.address) !== withoutScheme(address),
    );
    expect(addresses()).toHaveLength(614);
    expect(wrong).toEqual([]);
  });

  test.each([
    ['https', (url: string) => url.replace('http:', 'https:')],
    ['no scheme', (url: string) => url.replace('http://', '')],
    ['no slash', (url: string) => url.replace(/\/$/, '')],
    ['www', (url: string) => url.replace('://', '://www.')],
    ['deed', (url: string) => `${url}deed`],
    ['a deed in a language', (url: string) => `${url}deed.pt-br`],
    ['legal code', (url: string) => `${url}legalcode`],
    ['legal code in a language', (url: string) => `${url}legalcode.de`],
    ['upper case', (url: string) => url.toUpperCase()],
    ['a query', (url: string) => `${url}?ref=x&y=1`],
    ['a fragment', (url: string) => `${url}#deed`],
    ['in a sentence', (url: string) => `Licensed (see ${url}).`],
  ])('also with %s', (_, respell) => {
    const wrong = addresses().filter(
      (address) => withoutScheme(answer(respell(address))?.address) !== withoutScheme(address),
    );
    expect(wrong).toEqual([]);
  });

  test('agree about retirement, and none that is retired is offered', () => {
    const retired = read('cc-licences.csv')
      .trim()
      .split('\n')
      .slice(1)
      .filter((row) => row.split(',')[5] !== '')
      .map((row) => answer(row.split(',')[0] ?? ''));
    expect(retired.length).toBeGreaterThan(20);
    expect(retired.filter((license) => license?.retired !== true || license.offered)).toEqual([]);
  });

  test('agree about what is forbidden and passed on', () => {
    const rows = read('cc-licences.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(','));
    // Not pictures' licenses (pages about licenses of software); and the index leaves derivative works out of the whole
    // Scottish port, ShareAlike included, which cannot be meant (assets/licenses/SOURCES.md).
    const pictures = rows.filter(
      ([, identifier = '', , place = '']) => !/^(?:BSD|MIT|L?GPL)$/.test(identifier) && place !== 'scotland',
    );
    const wrong = pictures.filter((row) => {
      const license = answer(row[0] ?? '');
      const [permits = '', requires = '', prohibits = ''] = row.slice(6, 9);
      return (
        license === null ||
        license.forbids.commercial !== prohibits.includes('CommercialUse') ||
        license.forbids.derivatives === permits.includes('DerivativeWorks') ||
        license.shareAlike !== requires.includes('ShareAlike') ||
        license.asks.includes('creator') !== requires.includes('Attribution')
      );
    });
    expect(wrong.map(([address]) => address)).toEqual([]);
  });
});

describe.skipIf(!present)('SPDX', () => {
  test('every Creative Commons id, name and address of its list', () => {
    const list = json<Record<string, { name: string; url: string }>>('spdx-cc.json');
    const wrong = Object.entries(list).flatMap(([id, { name, url }]) =>
      [id, id.toLowerCase(), name, url]
        .map((text) => ({ id, text, got: answer(text)?.spdx }))
        .filter(({ got }) => got !== id),
    );
    expect(wrong).toEqual([]);
  });
});

describe.skipIf(!present)('RightsStatements.org', () => {
  const statements = () =>
    readdirSync(`${folder}rightsstatements`)
      .filter((name) => name.endsWith('_en.json') && !name.startsWith('collection'))
      .map((name) => json<{ '@id': string; prefLabel: string }>(`rightsstatements/${name}`));

  test('all twelve, by address and by name', () => {
    expect(statements()).toHaveLength(12);
    for (const { '@id': address, prefLabel } of statements()) {
      expect(answer(address)?.address).toBe(address);
      expect(answer(address.replace('vocab', 'page').replace('http:', 'https:'))?.address).toBe(address);
      expect(answer(`${address.replace('vocab', 'page')}?language=fr`)?.address).toBe(address);
      expect([prefLabel, answer(prefLabel)?.address]).toEqual([prefLabel, address]);
    }
  });

  test('their collections are no statements', () => {
    expect(answer('http://rightsstatements.org/vocab/collection-nc/1.0/')).toBeNull();
  });
});

describe.skipIf(!present)('credit lines of peers', () => {
  type Case = { title: string | null; creator: string | null; license: string; version: string | null };
  // The peer's cases use made-up licenses (`xy`, version 0.0). Real ones stand in, as docs/decisions/0005 explains.
  const real: Readonly<Record<string, [id: string, named: string]>> = {
    xy: ['cc-by-nd-2.0', 'CC BY-ND 2.0'],
    pdm: ['pdm-1.0', 'Public Domain Mark 1.0'],
    cc0: ['cc0-1.0', 'CC0 1.0'],
  };

  test('hold the same facts in our wording', () => {
    for (const { title, creator, license, version } of json<Case[]>('openverse-attribution-cases.json')) {
      const [id, named] = version === null ? ['cc-by-nd', 'CC BY-ND'] : (real[license] ?? ['', '']);
      const licenseId = licenseById(id)?.id ?? null;
      const credit = { ...emptyCredit, title: title ?? '', creator: creator ?? '', licenseId };
      const line = toText(renderCredit(credit, { medium: 'text' }).parts);
      expect(line).toContain(named);
      if (title) expect(line).toContain(`“${title}”`);
      if (creator) expect(line).toContain(creator);
      if (version !== null) expect(line).toContain(licenseById(id)?.address);
    }
  });

  test('are taken apart again', () => {
    for (const { title, creator, license, version } of json<Case[]>('openverse-attribution-cases.json')) {
      const [id, named] = version === null ? ['cc-by-nd', 'CC BY-ND'] : (real[license] ?? ['', '']);
      const subject = [title ? `"${title}"` : 'This work', creator ? `by ${creator}` : '']
        .filter(Boolean)
        .join(' ');
      const verb = license === 'xy' ? 'licensed under' : 'marked with';
      expect(parsePastedCredit(`${subject} is ${verb} ${named}.`)?.fields).toEqual({
        ...(title ? { title } : {}),
        ...(creator ? { creator } : {}),
        licenseId: id,
      });
    }
  });

  test('of Flickr photos with odd titles are taken apart', () => {
    type Photo = { id: string; owner: string; ownername: string; title: string };
    for (const { id, owner, ownername, title } of json<Photo[]>('flickr-photos.json')) {
      const page = `https://www.flickr.com/photos/${owner}/${id}`;
      const found = parsePastedCredit(
        `"<a href="${page}">${title}</a>" by <a href="https://www.flickr.com/photos/${owner}">${ownername}</a> is licensed under <a href="https://creativecommons.org/licenses/by-nc-sa/2.0/?ref=openverse">CC BY-NC-SA 2.0</a>.`,
      );
      expect(found?.fields).toEqual({
        title: title.replaceAll(/\s+/g, ' ').trim(),
        creator: ownername,
        sourceUrl: page,
        creatorUrl: `https://www.flickr.com/photos/${owner}`,
        licenseId: 'cc-by-nc-sa-2.0',
      });
    }
  });

  test('of Wikimedia Commons are taken apart, and its license fields recognized', () => {
    type Meta = Record<'License' | 'LicenseShortName' | 'LicenseUrl' | 'UsageTerms', { value: string }>;
    type Info = { imageinfo: { descriptionurl: string; user: string; extmetadata: Meta }[] };
    const [info] = json<Info>('wikimedia-commons-image.json').imageinfo;
    if (info === undefined) throw new Error('no picture in the fixture');
    const { License, LicenseShortName, LicenseUrl, UsageTerms } = info.extmetadata;
    for (const { value } of [License, LicenseShortName, LicenseUrl, UsageTerms])
      expect([value, answer(value)?.id]).toEqual([value, 'cc-by-sa-4.0']);
    const html = `<a href="${info.descriptionurl}">${info.user}</a>, <a href="${LicenseUrl.value}">${LicenseShortName.value}</a>, via Wikimedia Commons`;
    expect(parsePastedCredit(html)?.fields).toEqual({
      creator: info.user,
      sourceUrl: info.descriptionurl,
      licenseId: 'cc-by-sa-4.0',
    });
  });
});
