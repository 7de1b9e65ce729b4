import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allLicenses } from '#shared/domain/credits/licenses.ts';
import { recogniseLicense } from '#shared/domain/credits/recognise-license.ts';

const idOf = (text: string) => recogniseLicense(text)?.licenseId ?? null;

const addressSpellings = (address: string): readonly string[] => [
  address,
  address.replace(/\/$/, ''),
  address.replace(/^https?/, 'http'),
  address.replace(/^https?/, 'https'),
  address.replace(/^https?:\/\//, ''),
  address.replace(/^https?:/, ''),
  address.replace('://', '://www.').replace('www.www.', 'www.'),
  address.toUpperCase(),
  `  ${address}\n`,
  `<${address}>`,
  `(${address}).`,
  `${address}?ref=chooser-v1`,
  `${address}#section`,
  address.replace(/([a-z])\/(?=[a-z])/i, '$1//'),
  `See ${address}, please.`,
];

const pageSpellings = (address: string): readonly string[] =>
  [
    'deed',
    'deed.de',
    'deed.zh-hans',
    'deed.pt_BR',
    'legalcode',
    'legalcode.es',
    'legalcode.txt',
    'legalcode/',
    'rdf',
  ].map((page) => `${address}${page}`);

const wordSpellings = (shortName: string): readonly string[] => [
  shortName,
  shortName.toLowerCase().replace(/(\d) (\w+)$/, '$1-$2'),
  shortName.replaceAll(' ', '-'),
  shortName.replaceAll('-', '\u2011').replaceAll(' ', '\u00A0'),
  shortName.replaceAll('-', ' \u2013 '),
  `(${shortName})`,
  `This work is licensed under ${shortName}.`,
  `This photo is available under the ${shortName} license`,
];

describe('every entry, in every spelling of its own data', () => {
  const withAddress = allLicenses.flatMap(({ id, address }) => (address === null ? [] : [{ id, address }]));

  test('its address', () => {
    const wrong = withAddress.flatMap(({ id, address }) =>
      addressSpellings(address).flatMap((text) => (idOf(text) === id ? [] : [{ id, text, got: idOf(text) }])),
    );
    expect(wrong).toEqual([]);
  });

  test('its deed and legal code, in any language', () => {
    const wrong = withAddress
      .filter(({ address }) => address.includes('creativecommons.org'))
      .flatMap(({ id, address }) => pageSpellings(address).map((text) => ({ id, text, got: idOf(text) })))
      .filter(({ id, got }) => id !== got);
    expect(wrong).toEqual([]);
  });

  test('the vocabulary, page and data addresses of rights statements', () => {
    const wrong = allLicenses
      .filter(({ group }) => group === 'statement')
      .flatMap(({ id, address }) => {
        const plain = address ?? '';
        const forms = ['page', 'data', 'vocab'].map((area) => plain.replace('vocab', area));
        return [...forms, ...forms.map((form) => `${form}?language=en`), `${plain}en`, `${plain}de/`]
          .map((text) => ({ id, text, got: idOf(text) }))
          .filter(({ got }) => got !== id);
      });
    expect(wrong).toEqual([]);
  });

  test('its id, SPDX id, full and short name', () => {
    const chosenOnly = new Set([
      'stock',
      'permission',
      'own-work',
      'fair-use',
      'all-rights-reserved',
      'ai-generated',
      'unknown',
    ]);
    const wrong = allLicenses
      .filter(({ id }) => !chosenOnly.has(id))
      .flatMap(({ id, group, name, shortName, spdx }) =>
        [
          ...(group === 'site' ? [] : [id]),
          name,
          shortName,
          ...(spdx === null ? [] : [spdx, spdx.toLowerCase()]),
        ].map((text) => ({
          id,
          text,
          got: idOf(text),
        })),
      )
      .filter(({ id, got }) => got !== id);
    expect(wrong).toEqual([]);
  });

  test('its short name in sentences, with other dashes, spaces and case', () => {
    const wrong = allLicenses
      .filter(({ group, retired }) => group === 'cc' && !retired)
      .flatMap(({ id, shortName }) => wordSpellings(shortName).map((text) => ({ id, text, got: idOf(text) })))
      .filter(({ id, got }) => got !== id);
    expect(wrong).toEqual([]);
  });

  test('its full name in sentences, with "License" behind it and elements written apart', () => {
    const wrong = allLicenses
      .filter(({ group, retired, versionless }) => group === 'cc' && !retired && !versionless)
      .flatMap(({ id, name }) =>
        [
          `${name} License`,
          `This work is licensed under a ${name} Licence.`,
          name.replace('Creative Commons ', ''),
          name
            .replace('NonCommercial', 'Noncommercial')
            .replace('ShareAlike', 'Share Alike')
            .replace('NoDerivs', 'No Derivative Works'),
          name.replace('NonCommercial', 'Non-Commercial').replace('NoDerivs', 'NoDerivatives'),
        ].map((text) => ({ id, text, got: idOf(text) })),
      )
      .filter(({ id, got }) => got !== id);
    expect(wrong).toEqual([]);
  });
});

describe('wordings', () => {
  test.each([
    ['CC BY-NC-ND 2.0', 'cc-by-nc-nd-2.0'],
    ['CC-BY-4.0', 'cc-by-4.0'],
    ['CC BY 4', 'cc-by-4.0'],
    ['CC 4.0 BY', 'cc-by-4.0'],
    ['Creative Commons Attribution 4.0 International License', 'cc-by-4.0'],
    ['Creative Commons Attribution-Share Alike License, Version 3.0', 'cc-by-sa-3.0'],
    ['Creative Commons Attribution-Share Alike 4.0', 'cc-by-sa-4.0'],
    ['Attribution-NonCommercial-NoDerivs 2.0 Generic', 'cc-by-nc-nd-2.0'],
    ['Creative Commons BY-NC-SA 3.0 IGO', 'cc-by-nc-sa-3.0-igo'],
    ['CC BY-SA 3.0 (Germany)', 'cc-by-sa-3.0-de'],
    ['CC BY-SA 2.0 UK: England & Wales', 'cc-by-sa-2.0-uk'],
    ['CC BY-NC 2.0 Deutschland', 'cc-by-nc-2.0-de'],
    ['https://www.pexels.com/de-de/license/', 'pexels'],
    ['CC0', 'cc0-1.0'],
    ['CC0 1.0 Universal (CC0 1.0) Public Domain Dedication', 'cc0-1.0'],
    ['public domain dedication', 'cc0-1.0'],
    ['Public Domain Mark', 'pdm-1.0'],
    ['This image is in the public domain.', 'public-domain'],
    ['No known copyright restrictions', 'no-known-restrictions'],
    ['United States Government Work', 'us-gov'],
    ['Unsplash License', 'unsplash'],
    ['Pixabay License', 'pixabay'],
    ['In Copyright', 'rs-inc'],
    ['GNU Free Documentation License, Version 1.2', 'gfdl-1.2'],
    ['GFDL-1.3-or-later', 'gfdl-1.3'],
    ['Licence Art Libre 1.3', 'fal-1.3'],
    ['[CC BY 2.0 (https://creativecommons.org/licenses/by/2.0/)]', 'cc-by-2.0'],
    ['Creative Commons Attribution (https://creativecommons.org/licenses/by/3.0/de/)', 'cc-by-3.0-de'],
    ['Except where otherwise noted, this work is licensed under CC BY 4.0', 'cc-by-4.0'],
    ['https://web.archive.org/web/2020/https://creativecommons.org/licenses/by/4.0/', 'cc-by-4.0'],
    ['https://i.creativecommons.org/l/by-nc/4.0/88x31.png', 'cc-by-nc-4.0'],
    ['https://creativecommons.org/licenses/by-nc-nd/1.0/', 'cc-by-nc-nd-1.0'],
    ['https://creativecommons.org/licenses/by-nd-nc/2.5/', 'cc-by-nc-nd-2.5'],
  ])('%s', (text, id) => {
    expect(recogniseLicense(text)).toEqual({ licenseId: id, versionKnown: true });
  });

  test.each([
    ['CC BY', 'cc-by'],
    ['cc by sa', 'cc-by-sa'],
    ['by-nc-nd', 'cc-by-nc-nd'],
    ['Attribution-NonCommercial', 'cc-by-nc'],
    ['Attribution-NonCommercial-NoDerivs License', 'cc-by-nc-nd'],
    ['Attribution License', 'cc-by'],
    ['Creative Commons Attribution', 'cc-by'],
    ['https://creativecommons.org/licenses/by/', 'cc-by'],
    ['GFDL', 'gfdl'],
    ['Free Art License', 'fal'],
  ])('%s: the version is not made up', (text, id) => {
    expect(recogniseLicense(text)).toEqual({ licenseId: id, versionKnown: false });
  });

  test.each([
    [''],
    ['copyright'],
    ['All rights reserved'],
    ['© 2020 Jane Doe. All rights reserved.'],
    ['© 2020 Jane Doe, all rights reserved, CC BY 4.0'],
    ['Some rights reserved'],
    ['Creative Commons'],
    ['Attribution'],
    ['by'],
    ['with permission of the author'],
    ['Photo by NC State University'],
    ['not licensed under CC BY 4.0'],
    ["This isn't CC BY 4.0"],
    ['No longer available under CC BY-SA 3.0'],
    ['This is not in the public domain'],
    ['CC BY 2.0 or CC BY-SA 3.0'],
    ['GFDL or CC BY-SA 3.0'],
    ['CC BY-SA 2.5,2.0,1.0'],
    ['CC BY-SA 4.0/3.0'],
    ['CC BY 2.0 (https://creativecommons.org/licenses/by/3.0/)'],
    ['CC BY 5.0'],
    ['CC BY-ND-SA 3.0'],
    ['CC BY 3.0 India'],
    ['https://creativecommons.org/licenses/by/9.0/'],
    ['https://creativecommons.org/licenses/by/4.0/de/'],
    ['https://creativecommons.org/licenses/'],
    ['https://evilcreativecommons.org/licenses/by/4.0/'],
    ['https://creativecommons.org.example.net/licenses/by/4.0/'],
    ['https://example.org/?u=https://creativecommons.org/licenses/by/4.0/'],
    ['http://rightsstatements.org/vocab/collection-ic/1.0/'],
    ['https://unsplash.com/photos/license'],
    ['Unsplash'],
    ['Pexels'],
    ['royalty free'],
  ])('%s names no license', (text) => {
    expect(recogniseLicense(text)).toBeNull();
  });

  test('a word in another language is not a port', () => {
    expect(idOf('CC BY 2.0 de Flickr')).toBe('cc-by-2.0');
    expect(idOf('CC BY 2.0 DE')).toBe('cc-by-2.0-de');
    expect(idOf('CC BY 2.0, Germany')).toBe('cc-by-2.0');
  });

  test('never throws, and answers only with ids that exist', () => {
    const ids = new Set<string>(allLicenses.map(({ id }) => id));
    const words = fc.constantFrom(
      'CC',
      'BY',
      'nc',
      '-',
      ' ',
      '/',
      '2.0',
      'https://creativecommons.org/licenses/',
      'not ',
      '(',
      'Attribution',
      '\u00A0',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const found = recogniseLicense(text);
        return found === null || ids.has(found.licenseId);
      }),
      { numRuns: 1_000 },
    );
  });
});
