import { describe, expect } from 'vitest';
import { journey, type App } from '#tests/support/journey.ts';
import { makeImage } from '#tests/support/make-image.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { detailsPage } from '#tests/support/pages/details-page.ts';
import { navigatorPage } from '#tests/support/pages/navigator-page.ts';
import { previewPage } from '#tests/support/pages/preview-page.ts';
import { seedTopic, type SeedEntry } from '#tests/support/seed-topic.ts';
import { words } from '#tests/support/words.ts';

const { title, section, description, entries } = seedTopic;
const titles = entries.map((entry) => entry.title);

const makeTopic = async ({ page }: App) => {
  const [navigator, board] = [navigatorPage(page), boardPage(page)];
  await navigator.newTopic.click();
  await navigator.newTitle.fill('Partners');
  await page.keyboard.press('Enter');
  // The title is corrected where it stands.
  await board.heading.getByRole('button', { name: 'Partners' }).click();
  await board.titleField.fill(title);
  await board.description.click();
  await page.keyboard.type(description);
  // What the empty field says does not show through what is written.
  expect(await page.getByText(words('topic.description-empty')).count()).toBe(0);
  await board.heading.getByText(title).waitFor();
};

const addHero = async ({ page }: App) => {
  const [board, details] = [boardPage(page), detailsPage(page)];
  const chooser = page.waitForEvent('filechooser');
  await board.choosePicture.click();
  const buffer = await makeImage({ width: 1200, height: 800 });
  await (await chooser).setFiles({ name: 'around-a-table.jpg', mimeType: 'image/jpeg', buffer });
  await details.field(words('picture.alt')).click();
  await details.field(words('picture.alt')).fill('People around a table with a whiteboard.');
  await details.chooseLicense('by 4', 'CC BY 4.0');
  await details.field(words('credit.field.creator')).click();
  await details.field(words('credit.field.creator')).fill('Julie Doe');
  await details.field(words('credit.field.title')).click();
  await details.field(words('credit.field.title')).fill('Around a table');
  await details.heading.click();
};

const addEntry = async ({ page }: App, entry: SeedEntry) => {
  const [board, details] = [boardPage(page), detailsPage(page)];
  await board.addField(section).click();
  await board.addField(section).fill(entry.title);
  await page.keyboard.press('Enter');
  await details.heading.getByText(entry.title, { exact: true }).waitFor();
  await details.chooseType(entry.type);
  await details.field(words('resource.summary')).click();
  await details.field(words('resource.summary')).fill(entry.summary);
  await details.field(words('date.modified')).click();
  await details.field(words('date.modified')).fill(entry.date);
  await details.heading.click();
};

describe('the seed topic from nothing, by mouse', () => {
  journey('is built, arranged and previewed', { library: 'empty' }, async (app) => {
    const { page } = app;
    const [frame, board] = [appFrame(page), boardPage(page)];
    await makeTopic(app);
    await addHero(app);
    for (const entry of entries.toReversed()) await addEntry(app, entry);
    await board.sortMenu(section).click();
    await board.menuItem(words('section.sort.modified')).click();
    await expect.poll(() => board.titles(section)).toEqual(titles);
    expect(await board.names(section)).toEqual(
      entries.map((entry) => `${entry.title}, ${entry.type}, ${words('date.modified')} ${entry.dateInWords}`),
    );
    expect(await board.creditLine.innerText()).toContain('“Around a table” by Julie Doe, CC BY 4.0');

    // A section in an order of our own, filled and rearranged by dragging.
    await board.addSection.click();
    await board.newSectionTitle.fill('Start here');
    await page.keyboard.press('Enter');
    await board.list('Start here').waitFor();
    const [dogs, gardens, kitchens] = [titles[8] ?? '', titles[6] ?? '', titles[5] ?? ''];
    await board.drag(board.entry(section, dogs), board.list('Start here'), 'onto');
    await expect.poll(() => board.titles('Start here')).toEqual([dogs]);
    await board.drag(board.entry(section, gardens), board.entry('Start here', dogs), 'below');
    await expect.poll(() => board.titles('Start here')).toEqual([dogs, gardens]);
    await board.drag(board.entry(section, kitchens), board.entry('Start here', dogs), 'above');
    await expect.poll(() => board.titles('Start here')).toEqual([kitchens, dogs, gardens]);
    await board.drag(board.entry('Start here', gardens), board.entry('Start here', kitchens), 'above');
    await expect.poll(() => board.titles('Start here')).toEqual([gardens, kitchens, dogs]);
    expect(await board.titles(section)).toEqual(titles);
    await frame.waitSaved();

    await frame.button(words('view.preview')).click();
    const preview = previewPage(page, title);
    expect(await preview.titles(section)).toEqual(titles);
    expect(await preview.titles('Start here')).toEqual([gardens, kitchens, dogs]);
    expect(await preview.text()).toContain(description);
    expect(await preview.credit()).toContain('Julie Doe');
  });
});
