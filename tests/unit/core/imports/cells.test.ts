import { describe, expect, it } from 'vitest';
import { toIdentifier } from '#core/imports/identifiers.ts';
import { createLanguageReader } from '#core/imports/language-tags.ts';
import { isTypeName, typeOfWords } from '#core/imports/type-words.ts';

describe('toIdentifier', () => {
  it.each([
    ['doi', 'https://doi.org/10.1000/xyz', { scheme: 'doi', value: '10.1000/xyz' }],
    ['identifier', 'doi:10.1000/xyz', { scheme: 'doi', value: '10.1000/xyz' }],
    ['isbn', 'ISBN 978-0-306-40615-7', { scheme: 'isbn', value: '9780306406157' }],
    ['issn', '2049-363x', { scheme: 'issn', value: '2049-363X' }],
    ['oclc', '(OCoLC)ocm00012345', { scheme: 'oclc', value: '12345' }],
    ['identifier', '1234567890', { scheme: 'other', value: '1234567890' }],
    ['isbn', 'unknown', { scheme: 'other', value: 'unknown' }],
  ] as const)('reads in a column of %s %j', (field, text, identifier) => {
    expect(toIdentifier(field, text)).toEqual(identifier);
  });
});

describe('typeOfWords', () => {
  it.each([
    ['Webinar', 'webinar'],
    ['Image;StillImage', 'image'],
    ['dctype:Text', 'document'],
    ['application/pdf', 'document'],
    ['video/mp4', 'video'],
    ['Press Release', 'news'],
    ['zzz', null],
  ])('takes %j for %s', (cell, typeId) => {
    expect(typeOfWords(cell)).toBe(typeId);
  });

  it('keeps a word that says more than the type', () => {
    expect(isTypeName('Image', 'image')).toBe(true);
    expect(isTypeName('Postcard', 'image')).toBe(false);
  });
});

it.each([
  ['eng', 'en'],
  ['en_US', 'en-US'],
  ['English', 'en'],
  ['deu', 'de'],
  ['English; Spanish', null],
  ['klingonese', null],
])('reads the language %j as %s', (text, tag) => {
  expect(createLanguageReader()(text)).toBe(tag);
});
