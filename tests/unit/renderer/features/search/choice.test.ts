import { expect, test } from 'vitest';
import { manyChosen, type FoundSelection } from '#renderer/app/selection.ts';
import {
  choiceInStep,
  choiceOf,
  foundSelection,
  toggled,
  toSelection,
} from '#renderer/features/search/choice.ts';
import type { ResourceId } from '#shared/model/ids.ts';

const id = (name: string) => name as ResourceId;
const asked = { query: 'type:book', sort: 'title', descending: false } as const;
const all = foundSelection(asked, 100_000, null);
const stretch = foundSelection(asked, 2_000, {
  from: 10,
  to: 2_009,
  ends: [id('first'), id('last')],
  asOf: '1',
});
const found = (selection: unknown) => selection as FoundSelection;

test('takes one out of many and puts it back, wherever it stands', () => {
  const fewer = found(toggled(all, id('a'), 7));
  expect([manyChosen(fewer), choiceOf(fewer).has(id('a'), 7)]).toEqual([99_999, false]);
  expect(choiceOf(fewer).has(id('b'), 8)).toBe(true);
  const again = found(toggled(fewer, id('a'), 90));
  expect([manyChosen(again), choiceOf(again).has(id('a'), 90)]).toEqual([100_000, true]);
});

test('adds to a stretch what stands outside of it, and takes that away again', () => {
  expect([9, 10, 2_009, 2_010].map((place) => choiceOf(stretch).has(id('any'), place))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  const more = found(toggled(stretch, id('far'), 5_000));
  expect([manyChosen(more), choiceOf(more).has(id('far'), 5_000)]).toEqual([2_001, true]);
  expect(manyChosen(toggled(more, id('far'), 5_000))).toBe(2_000);
});

test('lets go when the last one is taken out', () => {
  const one = foundSelection(asked, 1, null);
  expect(toggled(one, id('a'), 0)).toEqual({ kind: 'topic' });
  expect(toggled(toSelection([id('a')]), id('a'), 0)).toEqual({ kind: 'topic' });
});

test('means what is found now, and lets go of what would mean something else', () => {
  const present = { ...asked, total: 100_000, asOf: '1' };
  expect(choiceInStep(all, present)).toBe(all);
  expect(choiceInStep(all, { ...present, total: null, asOf: '2' })).toBe(all);
  expect(manyChosen(choiceInStep(all, { ...present, total: 99_990, asOf: '2' }))).toBe(99_990);
  expect(choiceInStep(all, { ...present, sort: 'added' })).toBe(all);
  expect(choiceInStep(all, { ...present, total: 0 })).toEqual({ kind: 'topic' });
  expect(choiceInStep(all, { ...present, query: 'type:news' })).toEqual({ kind: 'topic' });
  expect(choiceInStep(stretch, present)).toBe(stretch);
  expect(choiceInStep(stretch, { ...present, sort: 'added' })).toEqual({ kind: 'topic' });
  expect(choiceInStep(stretch, { ...present, asOf: '2' })).toEqual({ kind: 'topic' });
});
