import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { words } from '../words.ts';

/** The right pane: the details of what is selected, be it a resource, a picture with its credit, or the topic. */
export const detailsPage = (page: Page) => {
  const pane = page.getByRole('complementary', { name: words('pane.inspector'), exact: true });
  const field = (name: string) => pane.getByRole('textbox', { name, exact: true });
  const type = pane.getByRole('button', { name: new RegExp(`${words('resource.type')}$`) });
  const license = pane.getByRole('combobox', { name: words('credit.license'), exact: true });
  return {
    pane,
    field,
    type,
    license,
    heading: pane.getByRole('heading', { level: 2 }).first(),
    option: (name: string) => page.getByRole('option', { name, exact: true }),
    group: (name: string) => pane.getByRole('button', { name: new RegExp(`^${name}`) }),
    checklist: pane.getByRole('region', { name: words('credit.checklist') }),
    /** What the card says of a field beside its value: where the value comes from, what else the file says. */
    besides: (name: string) => pane.locator(`[data-field="${name}"]`).locator('..').innerText(),
    chooseType: async (name: string) => {
      await type.click();
      await page.getByRole('option', { name, exact: true }).click();
    },
    chooseLicense: async (typed: string, name: string) => {
      await license.click();
      await license.fill(typed);
      const option = page
        .getByRole('option', { name: new RegExp(`^${name.replaceAll('.', '\\.')}(?: |$)`) })
        .first();
      // The list closes when its field is scrolled, as by the click that brought it into sight: an arrow opens it again.
      await expect
        .poll(async () => {
          if (!(await option.isVisible())) await license.press('ArrowDown');
          return option.isVisible();
        })
        .toBe(true);
      await option.click();
    },
  };
};
