import { describe, expect } from 'vitest';
import { journey, type App } from '#tests/support/journey.ts';
import { makeImage } from '#tests/support/make-image.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { detailsPage } from '#tests/support/pages/details-page.ts';
import { keyboardUser, watchPointer } from '#tests/support/pages/keyboard.ts';
import { navigatorPage } from '#tests/support/pages/navigator-page.ts';
import { palettePage } from '#tests/support/pages/palette.ts';
import { previewPage } from '#tests/support/pages/preview-page.ts';
import { seedTopic, type SeedEntry } from '#tests/support/seed-topic.ts';
import { words } from '#tests/support/words.ts';

const { title, section, description, entries } = seedTopic;
const titles = entries.map((entry) => entry.title);

const modelsOf = ({ page }: App) => ({
  frame: appFrame(page),
  navigator: navigatorPage(page),
  board: boardPage(page),
  details: detailsPage(page),
  keys: keyboardUser(page),
});

const makeTopics = async (app: App) => {
  const { navigator, keys, frame } = modelsOf(app);
  await navigator.newTopic.waitFor();
  await keys.press('Control+Alt+o');
  await navigator.newTitle.waitFor();
  await keys.type(title);
  await keys.press('Enter');
  await expect.poll(() => keys.hasFocus(navigator.row(title))).toBe(true);
  await keys.press('Control+Alt+o');
  await navigator.newTitle.waitFor();
  await keys.type('Gardens');
  await keys.press('Enter');
  await expect.poll(() => navigator.titles()).toEqual([title, 'Gardens']);
  // In the tree: above, below, inside and out again, each told.
  await expect.poll(() => keys.hasFocus(navigator.row('Gardens'))).toBe(true);
  await keys.press('Alt+ArrowUp');
  await frame.hear(words('move.above', { title, position: 1, count: 2 }));
  await expect.poll(() => navigator.titles()).toEqual(['Gardens', title]);
  await keys.press('Alt+ArrowDown');
  await frame.hear(words('move.below', { title, position: 2, count: 2 }));
  await keys.press('Alt+ArrowRight');
  await frame.hear(words('move.into', { title }));
  await expect.poll(() => navigator.level('Gardens')).toBe('2');
  await keys.press('Alt+ArrowLeft');
  await frame.hear(words('move.out-of', { title }));
  await expect.poll(() => navigator.level('Gardens')).toBe('1');
  await expect.poll(() => keys.hasFocus(navigator.row('Gardens'))).toBe(true);
  await keys.press('ArrowUp');
  await expect.poll(() => keys.hasFocus(navigator.row(title))).toBe(true);
};

const describeTopic = async (app: App) => {
  const { board, keys, frame } = modelsOf(app);
  await board.heading.getByText(title).waitFor();
  const palette = palettePage(app.page);
  await keys.press('Control+k');
  await palette.dialog.getByRole('combobox').waitFor();
  await keys.type(words('topic.describe'));
  await palette.dialog.getByRole('option', { name: words('topic.describe') }).waitFor();
  await keys.press('Enter');
  await expect.poll(() => keys.hasFocus(board.description)).toBe(true);
  await keys.type(description);
  await keys.press('Escape');
  await frame.waitSaved();
};

const addHero = async (app: App) => {
  const { board, details, keys, frame } = modelsOf(app);
  await keys.tabTo(board.choosePicture, 'Shift+Tab');
  const chooser = app.page.waitForEvent('filechooser');
  await keys.press('Enter');
  const buffer = await makeImage({ width: 1200, height: 800 });
  await (await chooser).setFiles({ name: 'around-a-table.jpg', mimeType: 'image/jpeg', buffer });
  await frame.hear(words('picture.added.unknown'));
  await keys.tabTo(details.field(words('picture.alt')));
  await keys.type('People around a table with a whiteboard.');
  // The license by what one knows of it.
  await keys.tabTo(details.license);
  await keys.type('by-nc-nd 2');
  await app.page
    .getByRole('option', { name: /^CC BY-NC-ND 2\.0/ })
    .first()
    .waitFor();
  await keys.press('ArrowDown', 'Enter');
  await expect.poll(() => details.license.inputValue()).toBe('CC BY-NC-ND 2.0');
  await keys.tabTo(details.field(words('credit.field.creator')));
  await keys.type('jenlen');
  await keys.press('Enter');
  await expect.poll(() => board.creditLine.innerText()).toContain('jenlen, CC BY-NC-ND 2.0');
};

const addEntry = async (app: App, entry: SeedEntry) => {
  const { board, details, keys } = modelsOf(app);
  await expect.poll(() => keys.hasFocus(board.addField(section))).toBe(true);
  await keys.type(entry.title);
  await keys.press('Enter');
  await details.heading.getByText(entry.title, { exact: true }).waitFor();
  await keys.tabTo(details.type);
  await keys.press('Enter');
  await details.option(entry.type).waitFor();
  await keys.type(entry.type);
  await keys.press('Enter');
  await expect.poll(() => details.type.innerText()).toContain(entry.type);
  await keys.tabTo(details.field(words('resource.summary')));
  await keys.type(entry.summary);
  await keys.tabTo(details.field(words('date.modified')));
  await keys.type(entry.date);
  // The key for a new resource is heard everywhere, also from a field.
  await keys.tabTo(details.group(words('resource.description')));
  await keys.press('Control+Alt+a');
};

const arrange = async (app: App) => {
  const { board, keys, frame } = modelsOf(app);
  await keys.press('Escape');
  await keys.chooseInMenu(board.sectionMenu(section), words('section.by-hand'));
  await frame.hear(words('section.now-curated', { title: section }));
  await expect.poll(() => board.titles(section)).toEqual(titles);
  await keys.tabInto(board.list(section));
  await keys.press('Home', 'ArrowDown', 'ArrowDown', 'ArrowDown');
  await keys.press('Alt+ArrowUp');
  const [first = '', second = '', third = '', fourth = ''] = titles;
  await frame.hear(words('move.above', { title: third, position: 3, count: 9 }));
  expect(await board.titles(section)).toEqual([first, second, fourth, third, ...titles.slice(4)]);
  await expect.poll(() => keys.hasFocus(board.entry(section, fourth))).toBe(true);
  await keys.press('Alt+ArrowDown');
  await frame.hear(words('move.below', { title: third, position: 4, count: 9 }));
  await expect.poll(() => board.titles(section)).toEqual(titles);
  await keys.press('Control+z');
  await frame.hear(words('history.undone', { change: words('change.placement.move', { title: fourth }) }));
  await expect.poll(() => board.titles(section)).toEqual([first, second, fourth, third, ...titles.slice(4)]);
  await keys.press('Control+z');
  await expect.poll(() => board.titles(section)).toEqual(titles);
};

describe('the seed topic from nothing, by keyboard alone', () => {
  journey('is built, arranged, undone and previewed', { library: 'empty' }, async (app) => {
    const { board, keys, frame } = modelsOf(app);
    const pointerEvents = await watchPointer(app.page);
    await makeTopics(app);
    await describeTopic(app);
    await addHero(app);
    await keys.tabTo(board.addField(section), 'Shift+Tab');
    for (const entry of entries.toReversed()) await addEntry(app, entry);
    await keys.press('Escape');
    await keys.chooseInMenu(board.sortMenu(section), words('section.sort.modified'));
    await expect.poll(() => board.titles(section)).toEqual(titles);
    await arrange(app);
    await frame.waitSaved();
    await keys.press('Control+Alt+v');
    expect(await previewPage(app.page, title).titles(section)).toEqual(titles);
    expect(await pointerEvents()).toBe(0);
  });
});
