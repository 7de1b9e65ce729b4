import { expect, it } from 'vitest';
import type { Derivative } from '#core/exports/pages/derivative.ts';
import { withPictures } from '#core/exports/pages/pictures-inside.ts';
import { anImage } from '#tests/support/records.ts';

const image = anImage();
const derivatives = Array.from({ length: 20 }, (_, index): Derivative => ({
  image,
  width: index + 1,
  format: 'jpeg',
}));

/** A page that shows every picture twice. */
const page = (address: (derivative: Derivative) => string): string =>
  [...derivatives, ...derivatives].map(address).join(' ');

it('looks for several pictures at a time, each once, and shows them in the order of the page', async () => {
  let [running, most, asked] = [0, 0, 0];
  const text = await withPictures(page, async ({ width }) => {
    asked += 1;
    running += 1;
    most = Math.max(most, running);
    // The later ones are there first.
    for (let turns = 0; turns < 30 - width; turns += 1) await Promise.resolve();
    running -= 1;
    return `p${width}`;
  });
  expect(asked).toBe(20);
  expect(most).toBe(8);
  expect(text).toBe(page(({ width }) => `p${width}`));
});

it('waits for what was begun when a picture cannot be had, and begins no more', async () => {
  let [begun, ended] = [0, 0];
  const find = async ({ width }: Derivative): Promise<string> => {
    begun += 1;
    for (let turns = 0; turns < 10; turns += 1) await Promise.resolve();
    ended += 1;
    if (width === 1) throw new Error('gone');
    return '';
  };
  await expect(withPictures(page, find)).rejects.toThrow('gone');
  expect(ended).toBe(begun);
  expect(begun).toBeLessThan(derivatives.length);
});
