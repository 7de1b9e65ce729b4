import { expect, test } from 'vitest';
import { askForFiles } from '#renderer/ui/ask-for-files.ts';

const field = () => document.querySelector<HTMLInputElement>('input[type="file"]');

test('holds the field in the document until something is chosen', async () => {
  const asked = askForFiles({ accept: '.csv', multiple: true });
  expect(field()).toMatchObject({ accept: '.csv', multiple: true, hidden: true });
  const file = new File(['a,b'], 'links.csv');
  Object.defineProperty(field(), 'files', { value: [file] });
  field()?.dispatchEvent(new Event('change'));
  expect(await asked).toEqual([file]);
  expect(field()).toBeNull();
});

test('answers nothing when the dialog is closed, and takes the field away', async () => {
  const asked = askForFiles({});
  field()?.dispatchEvent(new Event('cancel'));
  expect(await asked).toEqual([]);
  expect(field()).toBeNull();
});
