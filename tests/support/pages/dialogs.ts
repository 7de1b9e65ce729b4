import type { Page } from 'playwright-core';
import type { MessageKey } from '#renderer/i18n/i18n.ts';
import { pictureTopic, returnedShare } from '../worked-library.ts';
import { words } from '../words.ts';
import { boardPage } from './board-page.ts';
import { palettePage } from './palette.ts';

const section = 'Most recently added';
const dogs = 'Are Dogs the New Library Cat?';

/** Actions that open a dialog while an entry of the board is chosen. */
const ofEntry: readonly MessageKey[] = [
  'app.palette',
  'app.shortcuts',
  'history.open',
  'library.open-other',
  'import.action',
  'export.publish',
  'resource.add-from-library',
  'topic.move-to',
  'topic.duplicate',
  'template.keep',
  'entry.move-to',
  'entry.copy-to',
  'entry.show-in',
  'bulk.edit',
  'bulk.replace',
  'bulk.topics',
];

/** Ways to every dialog of a library that has been worked on, each from wherever the one before has left. */
export const dialogs = (page: Page, libraryDir: string) => {
  const [palette, board] = [palettePage(page), boardPage(page)];
  const dialog = page.getByRole('dialog');
  const button = (name: string) => board.main.getByRole('button', { name }).first();
  const openTopic = async (title: string) => {
    await palette.run('palette.open-topic', { title });
    await board.heading.getByText(title).waitFor();
  };
  const openPalette = async () => {
    await page.keyboard.press('Control+k');
    await dialog.waitFor();
  };
  const openers = ofEntry.map((label) => [
    label,
    async () => {
      // What is chosen stays so while dialogs come and go.
      if (label === ofEntry[0]) await board.entry(section, dogs).getByRole('heading').click();
      await (label === 'app.palette' ? openPalette() : palette.run(label));
    },
  ]);
  return {
    ...(Object.fromEntries(openers) as Readonly<Record<string, () => Promise<void>>>),
    'make one': async () => {
      const entry = board.entry(section, dogs);
      await entry.getByRole('heading').click();
      await entry.press('Shift+ArrowUp');
      await palette.run('bulk.merge');
    },
    'save a list': async () => {
      await palette.run('search.open');
      await page.keyboard.type('type:news');
      await page.keyboard.press('Enter');
      await button(words('search.save')).click();
    },
    'several credits': async () => {
      await palette.run('view.rights');
      await button(words('rights.choose-all')).click();
      await button(words('rights.edit')).click();
    },
    'a reason': async () => {
      await palette.run('view.rights');
      await button(words('rights.decide')).click();
    },
    purge: async () => {
      await palette.run('view.trash');
      await button(words('trash.empty')).click();
    },
    'publishing stopped': async () => {
      await openTopic(pictureTopic);
      await palette.run('export.publish');
      await dialog.getByRole('radio').first().check({ force: true });
      await dialog.getByText(words('gate.commercial-yes'), { exact: true }).click();
      await dialog.getByRole('region', { name: words('gate.blocked') }).waitFor();
    },
    merge: async () => {
      const coming = page.waitForEvent('filechooser');
      await palette.run('sharing.action');
      await (await coming).setFiles(returnedShare(libraryDir));
      await dialog.getByText(words('sharing.conflicts', { count: 1 })).waitFor();
    },
  };
};
