import type { Page } from 'playwright-core';
import { appFrame } from '#tests/support/pages/frame.ts';
import { words } from '#tests/support/words.ts';
import * as gestures from './window-gestures.ts';

/** What rows of the table are about. */
export const workKinds = [
  'opening',
  'scrolling',
  'sorting',
  'filtering and searching',
  'choosing',
  'editing and undoing',
] as const;

/** Something that is done in the window, to its end. */
export type WindowWork = {
  readonly kind: (typeof workKinds)[number];
  readonly name: string;
  /** Brought about before, without being watched. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  readonly run: (page: Page) => Promise<unknown>;
};

const chosen = (page: Page, count: number) => appFrame(page).hear(words('bulk.chosen', { count }));

const inTable = (count: number): readonly WindowWork[] => [
  { kind: 'opening', name: 'the table, from the palette', run: gestures.openTable },
  { kind: 'scrolling', name: 'the table by wheel', run: gestures.wheel },
  { kind: 'scrolling', name: 'the table by jumps', run: gestures.jump },
  {
    kind: 'scrolling',
    name: 'the table by keys',
    prepare: (page) => gestures.firstCell(page).click(),
    run: gestures.walk,
  },
  { kind: 'sorting', name: 'by each column', run: gestures.sortByAll },
  { kind: 'filtering and searching', name: 'by type and topic', run: gestures.filter },
  { kind: 'filtering and searching', name: 'typing', run: gestures.typeWords },
  {
    kind: 'choosing',
    name: 'all in the table',
    prepare: (page) => gestures.firstCell(page).click(),
    run: async (page) => {
      await page.keyboard.press('Control+a');
      await chosen(page, count);
    },
  },
  { kind: 'scrolling', name: 'what is chosen', run: gestures.wheel },
  { kind: 'opening', name: 'the dialog for all', run: gestures.openDialog },
  { kind: 'opening', name: 'nothing again', run: gestures.closeDialog },
  {
    kind: 'choosing',
    name: 'nothing',
    prepare: (page) => gestures.scrollTo(page, 0),
    run: (page) => page.keyboard.press('Escape'),
  },
  { kind: 'choosing', name: 'a range of half', run: gestures.chooseHalf },
];

const inList = (count: number): readonly WindowWork[] => [
  { kind: 'opening', name: 'the list', run: gestures.showList },
  { kind: 'scrolling', name: 'the list by wheel', run: gestures.wheel },
  { kind: 'scrolling', name: 'the list by jumps', run: gestures.jump },
  {
    kind: 'choosing',
    name: 'all in the list',
    prepare: (page) => gestures.main(page).locator('[data-results] [role="row"]').first().click(),
    run: async (page) => {
      await page.keyboard.press('Control+a');
      await chosen(page, count);
    },
  },
  {
    kind: 'editing and undoing',
    name: 'all',
    prepare: gestures.openDialog,
    run: async (page) => {
      await page.getByRole('textbox', { name: words('resource.language') }).fill('es');
      await page.getByRole('button', { name: words('bulk.edit-do', { count }) }).click();
      await appFrame(page).hear(words('bulk.edited', { count }));
    },
  },
  {
    kind: 'editing and undoing',
    name: 'that',
    run: async (page) => {
      await page.keyboard.press('Control+z');
      const change = words('change.bulk.edit', { count });
      await appFrame(page).hear(words('history.undone', { change }));
    },
  },
];

const elsewhere: readonly WindowWork[] = [
  { kind: 'opening', name: 'lists', run: gestures.openLists },
  { kind: 'opening', name: 'the pictures', run: gestures.openPlace(words('view.pictures'), 'img') },
  { kind: 'opening', name: 'the rights', run: gestures.openPlace(words('view.rights'), '[role="row"]') },
  { kind: 'opening', name: 'the duplicates', run: gestures.openPlace(words('view.duplicates'), 'h1') },
];

/** Everything that is done with a library of so many resources, in the order in which it is done. */
export const windowWorks = (count: number): readonly WindowWork[] => [
  ...inTable(count),
  ...inList(count),
  ...elsewhere,
];
