import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe-core finds wrong with a page, as `rule: element`; empty when nothing is. Frames are left to their own pages. */
export const axeViolations = async (page: Page): Promise<readonly string[]> => {
  // Not by a script tag: the content security policy would rightly refuse it.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // What is still fading in has not got its colors yet. An animation that never ends is waited for no longer than this.
    const settled = Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, 1_000))]);
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await checker.run({
      // It would fetch the style sheets again, which a page from the disk may not do.
      preload: false,
      // The preview's frame runs no scripts at all.
      iframes: false,
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, target, failureSummary }) => {
        const why = id === 'color-contrast' ? ` ${failureSummary ?? ''}` : '';
        return `${id}: ${target.join(' ')} ${html.slice(0, 200)}${why}`;
      }),
    );
  });
};

/** By how many CSS pixels a page scrolls sideways; 0 when it does not. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
