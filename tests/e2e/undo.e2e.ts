import { describe, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { journey, type App } from '#tests/support/journey.ts';
import { makeImage } from '#tests/support/make-image.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { detailsPage } from '#tests/support/pages/details-page.ts';
import { navigatorPage } from '#tests/support/pages/navigator-page.ts';
import { words } from '#tests/support/words.ts';

const section = 'Most recently added';

/** Asks the core as the page does. */
const ask = (page: Page, method: string, input: object): Promise<unknown> =>
  page.evaluate(
    async ([name, body]) => {
      const answer = await fetch(`/rpc/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return ((await answer.json()) as { value: unknown }).value;
    },
    [method, JSON.stringify(input)] as const,
  );

/** All boards with all that they show, and what each resource and the trash holds. */
const wholeLibrary = async (page: Page) => {
  const tree = (await ask(page, 'topics.tree', {})) as { id: string }[];
  const boards = await Promise.all(tree.map(({ id }) => ask(page, 'topics.board', { topicId: id })));
  const entries = boards.flatMap((board) =>
    (board as { sections: { entries: { resourceId: string }[] }[] }).sections.flatMap((part) => part.entries),
  );
  const resources = await Promise.all(
    entries.map(({ resourceId }) => ask(page, 'resources.get', { resourceId })),
  );
  return { tree, boards, resources };
};

const build = async ({ page }: App) => {
  const [navigator, board, details] = [navigatorPage(page), boardPage(page), detailsPage(page)];
  for (const title of ['Gardens', 'Partners']) {
    await navigator.newTopic.click();
    await navigator.newTitle.fill(title);
    await page.keyboard.press('Enter');
    await board.heading.getByText(title).waitFor();
  }
  await board.description.click();
  await page.keyboard.type('Working with neighbors.');
  const chooser = page.waitForEvent('filechooser');
  await board.choosePicture.click();
  const buffer = await makeImage({ width: 800, height: 600 });
  await (await chooser).setFiles({ name: 'table.jpg', mimeType: 'image/jpeg', buffer });
  await details.chooseLicense('by 4', 'CC BY 4.0');
  await details.field(words('credit.field.creator')).fill('Julie Doe');
  await board.addField(section).click();
  for (const title of ['Seeds', 'Tools', 'Kitchens']) {
    await board.addField(section).fill(title);
    await page.keyboard.press('Enter');
    await details.heading.getByText(title, { exact: true }).waitFor();
  }
  await details.chooseType('Video');
  await board.addSection.click();
  await board.newSectionTitle.fill('Start here');
  await page.keyboard.press('Enter');
  await board.drag(board.entry(section, 'Seeds'), board.list('Start here'), 'onto');
  await expect.poll(() => board.titles('Start here')).toEqual(['Seeds']);
  await board.entry(section, 'Tools').click();
  await page.keyboard.press('Shift+Delete');
  await expect.poll(() => board.titles(section)).toEqual(['Kitchens', 'Seeds']);
  await appFrame(page).waitSaved();
};

describe('undo and redo', () => {
  const start = { library: 'empty' } as const;
  journey('lead back to the empty library and forth to the same board', start, async (app) => {
    const { page } = app;
    const [frame, navigator, board] = [appFrame(page), navigatorPage(page), boardPage(page)];
    await build(app);
    const built = await wholeLibrary(page);
    expect(await frame.undo.getAttribute('aria-label')).toBe(
      words('history.undo-what', { change: words('change.resource.remove', { title: 'Tools' }) }),
    );
    const undone = await frame.undoAll();
    expect(undone).toBeGreaterThan(10);
    expect(await navigator.tree.count()).toBe(0);
    expect(await ask(page, 'topics.tree', {})).toEqual([]);
    expect(await frame.redoAll()).toBe(undone);
    expect(await wholeLibrary(page)).toEqual(built);
    await navigator.open('Partners');
    await expect.poll(() => board.titles(section)).toEqual(['Kitchens', 'Seeds']);
    expect(await board.titles('Start here')).toEqual(['Seeds']);
    expect(await board.creditLine.innerText()).toContain('Julie Doe');
  });
});
