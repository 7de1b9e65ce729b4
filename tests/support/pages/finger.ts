import type { Locator } from 'playwright-core';

const middleOf = async (target: Locator, share = 0.5) => {
  const box = await target.boundingBox();
  if (!box) throw new Error('there is nothing to touch');
  return { x: box.x + box.width / 2, y: box.y + box.height * share };
};

/** Drags with a finger, in small steps, from the middle of one thing to a share of the height of another. */
export const dragByFinger = async (from: Locator, to: Locator, share: number): Promise<void> => {
  const page = from.page();
  // Near an edge the list would scroll away below the finger.
  await to.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const [start, end] = [await middleOf(from), await middleOf(to, share)];
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: { x: number; y: number } | null) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  await touch('touchStart', start);
  for (let step = 1; step <= 10; step += 1)
    await touch('touchMove', {
      x: start.x + ((end.x - start.x) * step) / 10,
      y: start.y + ((end.y - start.y) * step) / 10,
    });
  // A finger rests before it lets go: a fling would swallow the next tap.
  await page.waitForTimeout(200);
  await touch('touchMove', end);
  await touch('touchEnd', null);
  await session.detach();
};
