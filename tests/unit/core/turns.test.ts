import { expect, it } from 'vitest';
import { createTurns } from '#core/turns.ts';

it('work takes turns in the order asked, and a failure keeps nobody from theirs', async () => {
  const turns = createTurns();
  const seen: string[] = [];
  const slow = turns(async () => {
    seen.push('one begins');
    await new Promise((resolve) => setImmediate(resolve));
    seen.push('one ends');
  });
  const failing = turns(() => Promise.reject(new Error('no')));
  const last = turns(async () => {
    seen.push('three');
    return 3;
  });
  await expect(failing).rejects.toThrow('no');
  expect(await last).toBe(3);
  await slow;
  expect(seen).toEqual(['one begins', 'one ends', 'three']);
});
