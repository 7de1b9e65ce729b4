import type { Locator, Page } from 'playwright-core';
import { words } from '../words.ts';

/** The board in the middle: what will be published, edited where it stands. */
export const boardPage = (page: Page) => {
  const main = page.getByRole('main');
  const section = (title: string) => main.getByRole('region', { name: title, exact: true });
  const list = (title: string) => section(title).getByRole('grid', { name: title, exact: true });
  const entry = (inSection: string, title: string) =>
    list(inSection).getByRole('row').filter({ hasText: title });
  const menuItem = (name: string) =>
    page.getByRole('menuitem', { name }).or(page.getByRole('menuitemradio', { name }));
  /** Drags by mouse, in small steps, as a hand does: the list has to see the pointer come over it. */
  const drag = async (from: Locator, to: Locator, place: 'above' | 'below' | 'onto') => {
    await to.scrollIntoViewIfNeeded();
    await from.hover();
    await page.mouse.down();
    // To begin a drag chooses the entry, and what that shows may move the rows: the place is looked for after that, at rest.
    const begun = await from.boundingBox();
    if (begun) await page.mouse.move(begun.x + begun.width / 2 + 8, begun.y + begun.height / 2, { steps: 4 });
    await (await to.elementHandle())?.waitForElementState('stable');
    const box = await to.boundingBox();
    if (!box) throw new Error('there is nothing to drop on');
    const share = { above: 0.1, below: 0.9, onto: 0.5 }[place];
    const [x, y] = [box.x + box.width / 3, box.y + box.height * share];
    await page.mouse.move(x, y - 4, { steps: 8 });
    await page.mouse.move(x, y, { steps: 4 });
    await page.mouse.up();
  };

  return {
    main,
    section,
    list,
    entry,
    drag,
    heading: main.getByRole('heading', { level: 1 }),
    titleField: main.getByRole('textbox', { name: words('topic.title'), exact: true }),
    description: main.getByRole('textbox', { name: words('topic.description'), exact: true }),
    addField: (inSection: string) =>
      main.getByRole('textbox', { name: words('resource.add-to', { section: inSection }), exact: true }),
    addSection: main.getByRole('button', { name: words('section.add'), exact: true }),
    newSectionTitle: main.getByRole('textbox', { name: words('section.new-title'), exact: true }),
    sectionMenu: (title: string) =>
      section(title).getByRole('button', { name: words('section.menu', { title }) }),
    sortMenu: (title: string) =>
      section(title).getByRole('button', {
        name: new RegExp(`^${words('section.sort.added')}|^${words('section.sort.modified')}`),
      }),
    menuItem,
    choosePicture: main.getByRole('button', { name: words('hero.choose'), exact: true }),
    heroMenu: main.getByRole('button', { name: words('hero.menu'), exact: true }),
    hero: main.getByRole('figure').first(),
    /** The picture itself; pressing it brings its credit. */
    heroPicture: main
      .getByRole('figure')
      .first()
      .getByRole('button')
      .filter({ has: page.locator('img') }),
    creditLine: main.locator('figcaption').first(),
    /** Titles of the entries of a section, in the order shown. */
    titles: (inSection: string) => list(inSection).getByRole('heading', { level: 3 }).allInnerTexts(),
    /** Everything said of the entries of a section: title, type, date, as a screen reader hears it. */
    names: async (inSection: string) => {
      const rows = await list(inSection).getByRole('row').all();
      return Promise.all(rows.map((row) => row.getAttribute('aria-label')));
    },
  };
};
