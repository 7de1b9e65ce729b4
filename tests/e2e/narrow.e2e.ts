import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axeViolations, sidewaysScroll } from '#tests/support/axe.ts';
import { journey } from '#tests/support/journey.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { navigatorPage } from '#tests/support/pages/navigator-page.ts';
import { palettePage } from '#tests/support/pages/palette.ts';
import { previewPage } from '#tests/support/pages/preview-page.ts';
import { publishDialog } from '#tests/support/pages/publish-dialog.ts';
import { workOn } from '#tests/support/worked-library.ts';
import { words } from '#tests/support/words.ts';

const seed = 'Partnerships & Collaboration';
const section = 'Most recently added';
const dogs = 'Are Dogs the New Library Cat?';
const screen = { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' } as const;

/** Fails unless the whole width of something is on the screen once it is scrolled to. */
const expectWithin = async (target: Locator, name: string) => {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  expect(box, name).not.toBeNull();
  expect(box?.x, name).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0), name).toBeLessThanOrEqual(320);
};

const expectSound = async (page: Page, name: string) => {
  // The button that has the focus back shows its tip, which stands outside of every landmark, as tips do.
  const tip = page.getByRole('tooltip');
  if (await tip.isVisible()) await page.keyboard.press('Escape');
  await tip.waitFor({ state: 'detached' });
  expect(await axeViolations(page), name).toEqual([]);
  expect(await sidewaysScroll(page), `${name} scrolls sideways`).toBe(0);
};

describe('a window 320 pixels wide', () => {
  journey('still leads everywhere', { library: 'sample', screen }, async ({ page }) => {
    const [frame, board, publish] = [appFrame(page), boardPage(page), publishDialog(page)];
    const drawer = (name: string) => page.getByRole('dialog', { name, exact: true });
    const topics = drawer(words('pane.navigator'));
    const details = drawer(words('pane.inspector'));
    for (const button of await frame.bar.getByRole('button').all())
      await expectWithin(button, (await button.getAttribute('aria-label')) ?? 'a button of the bar');

    await frame.button(words('view.toggle-navigator')).click();
    await topics.getByRole('row', { name: seed, exact: true }).waitFor();
    await expectSound(page, 'the topics');
    for (const place of ['pictures', 'rights', 'trash', 'settings'] as const)
      await expectWithin(topics.getByRole('button', { name: words(`view.${place}`) }), place);
    await topics.getByRole('row', { name: seed, exact: true }).click();
    await page.keyboard.press('Escape');
    await topics.waitFor({ state: 'detached' });
    await board.heading.getByText(seed).waitFor();
    await expectSound(page, 'the board');

    await board.entry(section, dogs).click();
    await board
      .entry(section, dogs)
      .getByRole('button', { name: words('entry.menu', { title: dogs }) })
      .click();
    await board.menuItem(words('entry.edit')).click();
    await details.getByRole('textbox', { name: words('resource.title'), exact: true }).waitFor();
    await expectSound(page, 'the details');
    for (const field of await details.getByRole('textbox').all()) await expectWithin(field, 'a field');
    await details.getByRole('button', { name: words('dialog.close'), exact: true }).click();
    await details.waitFor({ state: 'detached' });

    await frame.button(words('view.toggle-navigator')).click();
    await topics.getByRole('button', { name: words('view.rights') }).click();
    await page.keyboard.press('Escape');
    await topics.waitFor({ state: 'detached' });
    await board.main.getByRole('grid', { name: words('view.rights') }).waitFor();
    await expectSound(page, 'the rights');
    for (const button of await board.main.getByRole('button').all()) await expectWithin(button, 'rights');
    await board.main.getByRole('button', { name: words('rights.choose-all') }).click();
    await board.main.getByRole('button', { name: words('rights.edit') }).click();
    const edit = page.getByRole('dialog');
    await edit.getByText(words('credit.field.creator'), { exact: true }).click();
    await expectSound(page, 'the credits of many');
    await expectWithin(edit.getByRole('textbox').first(), 'a new value');
    await page.keyboard.press('Escape');
    await edit.waitFor({ state: 'detached' });

    await publish.open();
    await publish.dialog.waitFor();
    await expectSound(page, 'the publish dialog');
    for (const button of await publish.dialog.getByRole('button').all())
      await expectWithin(button, 'publish');
    await page.keyboard.press('Escape');
    await publish.dialog.waitFor({ state: 'detached' });

    await frame.button(words('app.more')).click();
    await frame.chooseInMenu(words('view.preview'));
    await previewPage(page, seed).main.waitFor();
    await expectSound(page, 'the preview');
  });

  const worked = { library: 'sample', prepare: workOn, screen, isAboutLooks: true } as const;
  journey('shows every view, whole', worked, async ({ page }) => {
    const { main, heading } = boardPage(page);
    await heading.waitFor();
    const palette = palettePage(page);
    const button = (name: string) => main.getByRole('button', { name }).first();
    const views = [
      ['view.pictures', null],
      ['view.duplicates', words('duplicates.start')],
      ['view.trash', null],
      ['view.backups', words('backups.compare')],
      ['view.settings', null],
      ['help.guide', null],
      ['search.table', null],
    ] as const;
    for (const [label, next] of views) {
      await palette.run(label);
      await main.getByRole('heading', { level: 1 }).waitFor();
      await expectSound(page, label);
      if (next === null) continue;
      await button(next).click();
      await main.getByRole('heading', { level: 2 }).first().waitFor();
      await expectSound(page, `${label}: ${next}`);
    }
  });
});

describe('a window that gets narrow', () => {
  const wide = { viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' } as const;
  journey('keeps what is written of a new topic', { library: 'empty', screen: wide }, async ({ page }) => {
    await navigatorPage(page).newTopic.click();
    await navigatorPage(page).newTitle.fill('Rivers and');
    await page.setViewportSize({ width: 360, height: 740 });
    const field = page
      .getByRole('dialog', { name: words('pane.navigator'), exact: true })
      .getByRole('textbox', { name: words('topic.new-title') });
    await field.waitFor();
    expect(await field.inputValue()).toBe('Rivers and');
    await expectSound(page, 'a new topic in the drawer');
    await field.press('End');
    await page.keyboard.type(' lakes');
    await page.keyboard.press('Enter');
    await boardPage(page).heading.getByText('Rivers and lakes').waitFor();
  });
});
