import { expect, test } from 'vitest';
import { cellStep } from '#renderer/features/table/use-cursor.ts';

const extent = { rows: 100, columns: 5 };

test.each([
  ['ArrowDown', false, { row: 51, column: 2 }],
  ['ArrowLeft', false, { row: 50, column: 1 }],
  ['Home', false, { row: 50, column: 0 }],
  ['End', true, { row: 99, column: 4 }],
  ['ArrowUp', true, { row: 0, column: 2 }],
  ['PageDown', false, { row: 62, column: 2 }],
])('%s (with Ctrl: %s) leads to another cell', (key, ctrlKey, to) => {
  expect(cellStep({ row: 50, column: 2 }, { key, ctrlKey, metaKey: false }, extent)).toEqual(to);
});

test('does not lead out of the table, and other keys lead nowhere', () => {
  const first = { row: 0, column: 0 };
  expect(cellStep(first, { key: 'ArrowUp', ctrlKey: false, metaKey: false }, extent)).toEqual(first);
  expect(cellStep(first, { key: 'a', ctrlKey: false, metaKey: false }, extent)).toBeNull();
});
