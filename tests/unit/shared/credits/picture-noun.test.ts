import { expect, it } from 'vitest';
import { pictureNoun } from '#shared/domain/credits/picture-noun.ts';
import { emptyCredit } from '#shared/model/credit.ts';
import { anImage } from '#tests/support/records.ts';

it.each([
  ['image/jpeg', null, 'cc-by-4.0', 'photo'],
  ['image/svg+xml', null, 'cc-by-4.0', 'image'],
  ['image/png', null, null, 'image'],
  ['image/jpeg', null, 'ai-generated', 'image'],
  ['image/jpeg', 'image', 'cc-by-4.0', 'image'],
  ['image/png', 'photo', 'cc-by-4.0', 'photo'],
  ['image/jpeg', 'photo', 'ai-generated', 'image'],
])('calls a picture of %s that the curator calls %s, under %s, a %s', (mediaType, kind, licenseId, noun) => {
  expect(pictureNoun(anImage({ mediaType, kind, credit: { ...emptyCredit, licenseId } }))).toBe(noun);
});
