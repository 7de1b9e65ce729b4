import { expect, test } from 'vitest';
import { planEdit } from '#renderer/features/rights/plan-edit.ts';
import { emptyCredit } from '#shared/model/credit.ts';
import { anImage } from '#tests/support/records.ts';

const images = [
  anImage({ id: 'a'.repeat(64), credit: { ...emptyCredit, creator: 'Ann' } }),
  anImage({ id: 'b'.repeat(64) }),
];
const edits = (fields: Parameters<typeof planEdit>[1]['fields'], onlyEmpty = false) =>
  planEdit(images, { fields, onlyEmpty }).map(({ image, edits: all }) => [image.id.at(0), ...all]);

test('names before and after, and leaves out what stays as it is', () => {
  expect(edits({ creator: ' Ann ' })).toEqual([['b', { field: 'creator', before: '', after: 'Ann' }]]);
});

test('clears a field with an empty text, where there is something', () => {
  expect(edits({ creator: '' })).toEqual([['a', { field: 'creator', before: 'Ann', after: '' }]]);
});

test('leaves filled fields alone when only gaps are to be filled', () => {
  expect(edits({ creator: 'Bob' }, true)).toEqual([['b', { field: 'creator', before: '', after: 'Bob' }]]);
});

test('changes nothing without a field', () => {
  expect(edits({})).toEqual([]);
});
