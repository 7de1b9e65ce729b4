import { expect, it } from 'vitest';
import { pictureNoun } from '#shared/domain/credits/picture-noun.ts';
import { emptyCredit } from '#shared/model/credit.ts';
import { anImage } from '#tests/support/records.ts';

it.each([
  ['image/jpeg', 'cc-by-4.0', 'photo'],
  ['image/svg+xml', 'cc-by-4.0', 'image'],
  ['image/png', null, 'image'],
  ['image/jpeg', 'ai-generated', 'image'],
])('calls a picture of %s under %s a %s', (mediaType, licenseId, noun) => {
  expect(pictureNoun(anImage({ mediaType, credit: { ...emptyCredit, licenseId } }))).toBe(noun);
});
