import type { Locator, Page } from 'playwright-core';

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** A user without a mouse: everything by keys. */
export const keyboardUser = (page: Page) => {
  const press = (...keys: readonly string[]) =>
    keys.reduce<Promise<void>>(
      (before, key) => before.then(() => page.keyboard.press(key)),
      Promise.resolve(),
    );
  /** Goes forward (or back) by Tab until the focus is there; throws when it never comes. */
  const tabTo = async (target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
    // Kept by itself, not looked up by role each time: a list that opens on the way hides everything behind it.
    await target.waitFor();
    const element = await target.elementHandle();
    for (let steps = 0; steps < 120; steps += 1) {
      if (await element?.evaluate((it) => it === document.activeElement)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`the keyboard does not reach ${String(target)}`);
  };
  /** Goes by Tab until the focus is on some row of a list, whichever the list offers. */
  const tabInto = async (list: Locator) => {
    const focused = list.locator('[role="row"]:focus');
    for (let steps = 0; steps < 120 && (await focused.count()) === 0; steps += 1)
      await page.keyboard.press('Tab');
    await focused.waitFor();
  };
  return {
    press,
    tabTo,
    tabInto,
    hasFocus,
    type: (text: string) => page.keyboard.type(text),
    /** Replaces all the text of the field that has the focus. */
    retype: async (text: string) => {
      await press('Control+a');
      await page.keyboard.type(text);
    },
    /** Opens the menu of a button and chooses a line by typing its beginning. */
    chooseInMenu: async (button: Locator, name: string) => {
      await tabTo(button);
      await press('Enter');
      await page.getByRole('menu').waitFor();
      await page.keyboard.type(name.slice(0, 12));
      const line = page.getByRole('menuitem', { name }).or(page.getByRole('menuitemradio', { name }));
      for (let steps = 0; steps < 20 && !(await hasFocus(line)); steps += 1) await press('ArrowDown');
      await press('Enter');
    },
  };
};

/** Counts what only a mouse, a pen or a finger does. Call before the page is used. */
export const watchPointer = async (page: Page): Promise<() => Promise<number>> => {
  await page.evaluate(() => {
    const seen = globalThis as unknown as { pointerEvents: number };
    seen.pointerEvents = 0;
    for (const name of ['pointerdown', 'mousedown', 'touchstart'])
      window.addEventListener(name, () => (seen.pointerEvents += 1), { capture: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { pointerEvents: number }).pointerEvents);
};
