import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Settings } from '#shared/contract/settings.ts';
import { expect, it, onTestFinished } from 'vitest';
import { hosts, isLocked, type HostKind, type RunningHost, type Screen } from './hosts.ts';
import { carrel } from './run-program.ts';
import { makeTemporaryFolder, removeFolder } from './temporary-folder.ts';
import { answerFileDialogs, watchContext } from './watch-pages.ts';

/** The app under one host, as a journey gets it. */
export type App = RunningHost & {
  readonly host: HostKind['name'];
  readonly libraryDir: string;
  /** An empty folder for what the journey writes. */
  readonly folder: string;
};

type Start = {
  readonly library: 'empty' | 'sample';
  readonly screen?: Screen;
  /** Fills the library before it is opened. */
  readonly prepare?: (libraryDir: string, folder: string) => Promise<void>;
  /** Errors that belong to the story, such as those of a broken connection. */
  readonly expectedErrors?: RegExp;
  /** Settings of the person who walks; by default of somebody who has seen the tour. */
  readonly settings?: Partial<Settings>;
  /** Leaves hosts out that cannot do what the journey is about. */
  readonly needs?: 'openWindow' | 'crash';
  /** Only how pages look and are drawn is judged, which is the same under every host: one host does. */
  readonly isAboutLooks?: true;
  /** Only what happens in the window is judged; the stand-in for Electron hands on the same, so the other hosts do. */
  readonly isAboutWindow?: true;
};

/** How long a journey waits for one thing to happen, in milliseconds. */
const patience = 10_000;

const canDo = (host: HostKind, need: Start['needs']): boolean =>
  need === undefined || host.name === 'browser host' || (need === 'openWindow' && host.name !== 'Electron');

const hostsFor = ({ needs, isAboutLooks, isAboutWindow }: Start): readonly HostKind[] => {
  const able = hosts.filter((host) => canDo(host, needs));
  if (isAboutLooks) return able.slice(0, 1);
  return isAboutWindow ? able.filter(({ name }) => name !== 'stubbed shell') : able;
};

const newLibrary = { empty: ['--title', 'Our library'], sample: ['--sample'] };

const keepPicture = async (page: Page, title: string): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'carrel-failed-'));
  const path = join(folder, `${title.replaceAll(/[^a-z0-9]+/gi, '-')}.png`);
  await page.screenshot({ path, fullPage: true }).catch(() => undefined);
  process.stderr.write(`what the window showed: ${path}\n`);
};

const walkUnder = async (host: HostKind, title: string, start: Start, walk: (app: App) => Promise<void>) => {
  const parent = await makeTemporaryFolder();
  const libraryDir = join(parent, 'Library');
  const made = await carrel(['new', libraryDir, ...newLibrary[start.library]]);
  expect(made, 'making the library').toMatchObject({ code: 0 });
  await start.prepare?.(libraryDir, parent);
  const settingsDir = join(parent, 'settings');
  await mkdir(settingsDir);
  const settings = start.settings ?? { dismissedHints: ['tour'] };
  await writeFile(join(settingsDir, 'settings.json'), JSON.stringify(settings));
  let problems: () => readonly string[] = () => [];
  const running = await host.start({
    libraryDir,
    onContext: (context, origin) => {
      problems = watchContext(context, origin);
      answerFileDialogs(context);
    },
    settingsDir,
    ...(start.screen ? { screen: start.screen } : {}),
  });
  const end: { code?: number | null } = {};
  onTestFinished(async () => {
    if (end.code === undefined) await running.stop();
    await removeFolder(parent);
  });
  running.context.setDefaultTimeout(patience);
  try {
    await walk({ ...running, host: host.name, libraryDir, folder: join(parent, 'out') });
  } catch (error) {
    await keepPicture(running.page, `${title} ${host.name}`);
    process.stderr.write(`${problems().join('\n')}\n`);
    throw error;
  }
  end.code = await running.stop();
  const expected = start.expectedErrors;
  expect(problems().filter((problem) => !expected?.test(problem))).toEqual([]);
  expect(end.code, 'exit code').toBe(0);
  expect(isLocked(libraryDir), 'the library is unlocked at the end').toBe(false);
};

/**
 * A journey through the built app, under every host that this computer has, if nothing else is asked for. It ends with what no journey may leave
 * behind: errors on the console, refusals by the content security policy, requests that leave the machine, a program
 * that ends badly, a library that stays locked.
 */
export const journey = (title: string, start: Start, walk: (app: App) => Promise<void>): void => {
  for (const host of hostsFor(start)) {
    const why = host.absent === null ? '' : ` (skipped: ${host.absent})`;
    it.skipIf(host.absent !== null)(`${title}, under the ${host.name}${why}`, () =>
      walkUnder(host, title, start, walk),
    );
  }
};
