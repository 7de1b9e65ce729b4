import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe-core finds wrong with a page and the frames in it, as `rule: element`; empty when nothing is. */
export const axeViolations = async (page: Page): Promise<readonly string[]> => {
  // Not by a script tag: the content security policy would rightly refuse it.
  for (const frame of page.frames()) await frame.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await checker.run();
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
