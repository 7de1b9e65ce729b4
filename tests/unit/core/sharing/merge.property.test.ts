import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflictId, type Side } from '#core/sharing/merge/conflict.ts';
import { mergeStates, type MergeChoices } from '#core/sharing/merge/merge-states.ts';
import { baseState, edited, editsOf, type StateEdit } from '#tests/support/share-states.ts';

const meets = (a: StateEdit, b: StateEdit): boolean =>
  a.touches === b.touches || a.touches.startsWith(`${b.touches}/`) || b.touches.startsWith(`${a.touches}/`);

/** Edits of one side that nothing on either side touches, too. */
const alone = (edits: readonly StateEdit[], others: readonly StateEdit[]): readonly StateEdit[] =>
  edits.filter((edit) => [...edits, ...others].every((other) => other === edit || !meets(edit, other)));

const turned = (choices: MergeChoices): MergeChoices =>
  Object.fromEntries(
    Object.entries(choices).map(([id, side]): [string, Side] => [id, side === 'ours' ? 'theirs' : 'ours']),
  );

const sides = fc.record({ ours: editsOf(0), theirs: editsOf(1), chosen: fc.infiniteStream(fc.boolean()) });

const merge = (ours = baseState, theirs = baseState, choices: MergeChoices = {}) =>
  mergeStates({ base: baseState, ours, theirs }, choices);

/** Chooses something for every conflict, some that only show once others are settled included. */
const chooseAll = (ours = baseState, theirs = baseState, chosen: Iterator<boolean>): MergeChoices =>
  Object.fromEntries(
    merge(ours, theirs).conflicts.map((conflict) => [
      conflictId(conflict),
      chosen.next().value === true ? 'theirs' : 'ours',
    ]),
  );

describe('merging three states', () => {
  it('never loses an edit that the other side does not contradict', () => {
    fc.assert(
      fc.property(sides, ({ ours, theirs, chosen }) => {
        const [a, b] = [edited(ours), edited(theirs)];
        const { records } = merge(a, b, chooseAll(a, b, chosen[Symbol.iterator]()));
        const lost = [...alone(ours, theirs), ...alone(theirs, ours)].filter((edit) => !edit.holds(records));
        expect(lost.map(({ touches }) => touches)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same in either order, with the choices turned around', () => {
    fc.assert(
      fc.property(sides, ({ ours, theirs, chosen }) => {
        const [a, b] = [edited(ours), edited(theirs)];
        const choices = chooseAll(a, b, chosen[Symbol.iterator]());
        expect(merge(b, a, turned(choices)).records).toEqual(merge(a, b, choices).records);
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing when the same state is merged again', () => {
    fc.assert(
      fc.property(sides, ({ ours, theirs, chosen }) => {
        const [a, b] = [edited(ours), edited(theirs)];
        const choices = chooseAll(a, b, chosen[Symbol.iterator]());
        const once = merge(a, b, choices).records;
        expect(merge(once, b, choices).records).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  it('has no conflict where only one side changed anything, and gives that side', () => {
    fc.assert(
      fc.property(editsOf(0), (edits) => {
        const changed = edited(edits);
        expect(merge(changed)).toEqual({ records: changed, conflicts: [] });
        expect(merge(undefined, changed)).toEqual({ records: changed, conflicts: [] });
      }),
      { numRuns: 300 },
    );
  });
});
