import { describe, expect, it } from 'vitest';
import { planEdge, planStep } from '#renderer/features/board/move-plan.ts';
import type { PlacementId } from '#shared/model/ids.ts';

const ids = (text: string) => text.split('') as PlacementId[];
const order = ids('abcdef');

/** The order after a plan, told as the core does it. */
const after = (picked: string, plan: ReturnType<typeof planStep>): string => {
  if (!plan) return 'nothing';
  const moving = new Set(ids(picked));
  const left = order.filter((id) => !moving.has(id));
  const from = plan.beforeId === null ? order.length : order.indexOf(plan.beforeId);
  const next = order.slice(from).find((id) => !moving.has(id));
  const index = next === undefined ? left.length : left.indexOf(next);
  expect(plan.index).toBe(index);
  return left.toSpliced(index, 0, ...ids(picked)).join('');
};

describe('a step within a section', () => {
  it.each([
    ['c', -1, 'acbdef'],
    ['c', 1, 'abdcef'],
    ['a', -1, 'nothing'],
    ['f', 1, 'nothing'],
    ['e', 1, 'abcdfe'],
    ['cd', -1, 'acdbef'],
    ['cd', 1, 'abecdf'],
    ['ab', -1, 'nothing'],
    ['ef', 1, 'nothing'],
  ] as const)('takes %s by %i to %s', (picked, by, expected) => {
    expect(after(picked, planStep(order, ids(picked), by))).toBe(expected);
  });

  it('brings together what stands apart', () => {
    expect(after('bd', planStep(order, ids('bd'), -1))).toBe('bdacef');
    expect(after('ac', planStep(order, ids('ac'), -1))).toBe('acbdef');
    expect(after('bd', planStep(order, ids('bd'), 1))).toBe('acebdf');
  });
});

describe('a move to an end of the section', () => {
  it('takes all that is chosen there, in its order', () => {
    expect(after('ce', planEdge(order, ids('ce'), 'first'))).toBe('ceabdf');
    expect(after('ac', planEdge(order, ids('ac'), 'last'))).toBe('bdefac');
  });

  it('is none when all stand there already', () => {
    expect(planEdge(order, ids('ab'), 'first')).toBeNull();
    expect(planEdge(order, ids('ef'), 'last')).toBeNull();
  });
});
