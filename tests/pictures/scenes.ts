import type { Page } from 'playwright-core';
import type { MessageKey, MessageValues } from '#renderer/i18n/i18n.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { detailsPage } from '#tests/support/pages/details-page.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { palettePage } from '#tests/support/pages/palette.ts';
import { words } from '#tests/support/words.ts';
import { pictureTopic } from '#tests/support/worked-library.ts';

/** Something the window can show: how to come there from anywhere. */
export type Scene = { readonly name: string; readonly show: () => Promise<void> };

export const seed = 'Partnerships & Collaboration';
const section = 'Most recently added';
const dogs = 'Are Dogs the New Library Cat?';

/** Leaves every dialog, menu and drawer. */
export const leaveAll = async (page: Page): Promise<void> => {
  const open = page.locator('[role="dialog"], [role="menu"], [role="listbox"][data-trigger]');
  const tour = page.locator('[data-tour]').getByRole('button');
  if ((await tour.count()) > 0) await tour.first().click();
  for (let tries = 0; tries < 6 && (await open.count()) > 0; tries += 1) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(120);
  }
};

/** The ways of going about that all scenes share; they work in a window of any size. */
export const goAbout = (page: Page) => {
  const palette = palettePage(page);
  const board = boardPage(page);
  const frame = appFrame(page);
  const dialog = page.getByRole('dialog');
  const run = async (label: MessageKey, values?: MessageValues) => {
    await leaveAll(page);
    await page.keyboard.press('Control+k');
    await palette.dialog.getByRole('combobox').fill(words(label, values));
    await page.keyboard.press('Enter');
    await palette.dialog.waitFor({ state: 'detached' });
  };
  const openTopic = async (title: string) => {
    await run('palette.open-topic', { title });
    await board.heading.getByText(title).waitFor();
  };
  const openView = async (label: MessageKey) => {
    await run(label);
    await board.main.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(500);
  };
  const openDialog = async (label: MessageKey) => {
    await run(label);
    await dialog.waitFor();
    await page.waitForTimeout(400);
  };
  const chooseEntry = async () => {
    await openTopic(seed);
    await board.entry(section, dogs).getByRole('heading').click();
  };
  /** Runs what is only there while an entry is chosen. */
  const ofEntry = (label: MessageKey) => async () => {
    await chooseEntry();
    await openDialog(label);
  };
  return { page, palette, board, frame, dialog, run, openTopic, openView, openDialog, chooseEntry, ofEntry };
};
type About = ReturnType<typeof goAbout>;

/** The details, beside the board or as a drawer. */
const showDetails = async ({ page, run }: About) => {
  const pane = page.locator('#pane-inspector, [data-drawer]');
  if ((await pane.count()) === 0) await run('view.toggle-inspector');
  await pane.first().waitFor();
};

const boards = (about: About): readonly Scene[] => {
  const { page, board, openTopic, chooseEntry, run } = about;
  const details = detailsPage(page);
  const menuOf = (title: string) =>
    board.entry(section, title).getByRole('button', { name: words('entry.menu', { title }) });
  return [
    { name: 'board', show: () => openTopic(seed) },
    { name: 'board with pictures', show: () => openTopic(pictureTopic) },
    {
      name: 'navigator',
      show: async () => {
        await openTopic(seed);
        if ((await page.locator('#pane-navigator').count()) === 0) await run('view.toggle-navigator');
      },
    },
    {
      name: 'inspector of a resource',
      show: async () => {
        await chooseEntry();
        await showDetails(about);
      },
    },
    {
      name: 'inspector of a topic',
      show: async () => {
        await openTopic(pictureTopic);
        await showDetails(about);
      },
    },
    {
      name: 'credit card',
      show: async () => {
        await openTopic(seed);
        await board.heroPicture.click();
        await showDetails(about);
      },
    },
    {
      name: 'license picker',
      show: async () => {
        await page.getByRole('combobox', { name: words('credit.license') }).click();
        await page.keyboard.press('Control+a');
        await page.keyboard.type('flickr');
        await page.getByRole('option').first().waitFor();
      },
    },
    {
      name: 'evidence',
      show: async () => {
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: new RegExp(`^${words('credit.evidence')}`) }).click();
      },
    },
    {
      name: 'entry menu',
      show: async () => {
        await leaveAll(page);
        await openTopic(seed);
        await board.entry(section, dogs).click({ button: 'right' });
        await page.getByRole('menu').waitFor();
      },
    },
    {
      name: 'many chosen',
      show: async () => {
        await chooseEntry();
        await page.keyboard.press('Control+a');
        await menuOf(dogs).waitFor();
      },
    },
    {
      name: 'new topic',
      show: async () => {
        await openTopic(seed);
        await run('topic.create');
        await page.getByRole('textbox', { name: words('topic.new-title') }).waitFor();
      },
    },
    {
      name: 'hero menu',
      show: async () => {
        await page.keyboard.press('Escape');
        await openTopic(seed);
        await board.heroMenu.click();
        await page.getByRole('menu').waitFor();
      },
    },
    {
      name: 'undo notice',
      show: async () => {
        await chooseEntry();
        await page.keyboard.press('Delete');
        await details.pane
          .or(page.getByRole('region', { name: words('notice.region') }))
          .first()
          .waitFor();
      },
    },
  ];
};

const searches = ({ page, board, run, openTopic, openDialog, frame }: About): readonly Scene[] => {
  const find = async (query: string) => {
    await run('search.open');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(query);
    await page.waitForTimeout(900);
    await page.keyboard.press('Enter');
    await board.main.getByRole('heading', { level: 1 }).waitFor();
  };
  return [
    { name: 'search', show: () => find('opiod') },
    { name: 'save a list', show: () => openDialog('search.save') },
    { name: 'table', show: () => run('search.table') },
    { name: 'search without a result', show: () => find('xyzzyplugh type:book added:soon') },
    {
      name: 'all resources',
      show: async () => {
        await run('search.table');
        await find('type:news');
      },
    },
    {
      name: 'notices',
      show: async () => {
        await openTopic(seed);
        await run('history.undo');
        await frame.waitSaved();
      },
    },
  ];
};

const libraryViews = (about: About): readonly Scene[] => {
  const { page, board, openView, openDialog, run, dialog } = about;
  const view = (label: MessageKey, name = words(label)): Scene => ({ name, show: () => openView(label) });
  const press = async (name: string | RegExp) => {
    await board.main.getByRole('button', { name }).first().click();
    await page.waitForTimeout(400);
  };
  return [
    view('view.pictures'),
    {
      name: 'picture inspector',
      show: async () => {
        await board.main.getByRole('grid').getByRole('row').last().click();
        await showDetails(about);
      },
    },
    view('view.rights'),
    {
      name: 'credits of many',
      show: async () => {
        await press(words('rights.choose-all'));
        await press(words('rights.edit'));
        await dialog.getByText(words('credit.field.creator'), { exact: true }).click();
      },
    },
    view('view.duplicates'),
    { name: 'duplicates side by side', show: () => press(words('duplicates.start')) },
    view('view.trash'),
    view('view.backups'),
    { name: 'backup compared', show: () => press(/^Compare the backup/) },
    view('view.settings'),
    {
      name: 'settings below',
      show: async () => {
        await board.main.locator('h2').last().scrollIntoViewIfNeeded();
        await page.waitForTimeout(200);
      },
    },
    view('help.guide', 'guide'),
    { name: 'history', show: () => openDialog('history.open') },
    { name: 'libraries', show: () => openDialog('library.open-other') },
    { name: 'import', show: () => openDialog('import.action') },
    { name: 'shortcuts', show: () => openDialog('app.shortcuts') },
    {
      name: 'palette',
      show: async () => {
        await leaveAll(page);
        await page.keyboard.press('Control+k');
        await dialog.waitFor();
      },
    },
    {
      name: 'tour',
      show: async () => {
        await run('help.tour');
        await page.locator('[data-tour]').waitFor();
      },
    },
  ];
};

const dialogs = ({ page, dialog, board, openTopic, openDialog, run, ofEntry }: About): readonly Scene[] => [
  { name: 'move to', show: ofEntry('entry.move-to') },
  { name: 'edit many', show: ofEntry('bulk.edit') },
  { name: 'find and replace', show: ofEntry('bulk.replace') },
  { name: 'topics of many', show: ofEntry('bulk.topics') },
  { name: 'move a topic', show: ofEntry('topic.move-to') },
  { name: 'duplicate a topic', show: ofEntry('topic.duplicate') },
  { name: 'keep a template', show: ofEntry('template.keep') },
  { name: 'add from the library', show: ofEntry('resource.add-from-library') },
  {
    name: 'preview',
    show: async () => {
      await openTopic(seed);
      await run('view.preview');
      await page.frameLocator('iframe').getByRole('main').waitFor();
    },
  },
  {
    name: 'publish',
    show: async () => {
      await openTopic(seed);
      await openDialog('export.publish');
    },
  },
  {
    name: 'publish formats',
    show: async () => {
      await dialog
        .getByRole('button', { name: new RegExp(words('publish.format')) })
        .first()
        .click();
      await page.getByRole('listbox').waitFor();
    },
  },
  {
    name: 'publish blocked',
    show: async () => {
      await page.keyboard.press('Escape');
      await leaveAll(page);
      await openTopic(pictureTopic);
      await openDialog('export.publish');
      await dialog.getByRole('radio').first().check({ force: true });
      await page.waitForTimeout(600);
    },
  },
  {
    name: 'description being written',
    show: async () => {
      await openTopic(seed);
      await board.description.click();
    },
  },
];

/** Everything a library that has been worked with can show, in an order in which each leads on to the next. */
export const workedScenes = (page: Page): readonly Scene[] => {
  const about = goAbout(page);
  return [...boards(about), ...searches(about), ...libraryViews(about), ...dialogs(about)];
};
