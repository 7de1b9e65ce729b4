import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { sidewaysScroll } from '#tests/support/axe.ts';
import type { Screen } from '#tests/support/hosts.ts';
import { journey } from '#tests/support/journey.ts';
import { fillLongTopic } from '#tests/support/long-library.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { workOn } from '#tests/support/worked-library.ts';
import { workedScenes, type Scene } from './scenes.ts';

/** Where the pictures go: `CARREL_PICTURES`, or `out/pictures`. */
const folder = process.env['CARREL_PICTURES'] ?? 'out/pictures';
/** Only these screens, and only scenes whose name has this in it. */
const only = { look: process.env['CARREL_LOOK'], scene: process.env['CARREL_SCENE'] };

const looks: Readonly<Record<string, Screen>> = {
  laptop: {},
  dark: { colorScheme: 'dark' },
  'forced-colors': { forcedColors: 'active' },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true },
  // 1280 × 720 at 400 %.
  zoom: { viewport: { width: 320, height: 180 }, deviceScaleFactor: 2 },
  '4k': { viewport: { width: 3840, height: 2160 } },
};

const wanted = Object.entries(looks).filter(([look]) => !only.look || only.look.split(',').includes(look));

type Take = { readonly page: Page; readonly look: string; readonly library: string };

/** Walks through scenes and takes a picture of each; one that cannot be reached is told and left out. */
const takeAll = async ({ page, look, library }: Take, scenes: readonly Scene[]) => {
  const place = join(folder, look);
  await mkdir(place, { recursive: true });
  page.setDefaultTimeout(5_000);
  for (const [at, { name, show }] of scenes.entries()) {
    const file = `${library} ${String(at + 1).padStart(2, '0')} ${name}`.replaceAll(/[^a-z0-9]+/gi, '-');
    const reached = await show().then(
      () => true,
      (error: unknown) => {
        process.stderr.write(`${look}: ${name} was not reached: ${String(error).split('\n')[0]}\n`);
        return false;
      },
    );
    await page.screenshot({
      path: join(place, `${file}${reached ? '' : '-NOT-REACHED'}.png`),
    });
    const sideways = await sidewaysScroll(page);
    if (sideways > 0) process.stderr.write(`${look}: ${name} scrolls sideways by ${sideways}\n`);
  }
};

const asItIs: readonly Scene[] = [{ name: 'start', show: () => Promise.resolve() }];

describe.each(wanted)('%s', (look, colors) => {
  const screen = { ...colors, reducedMotion: 'reduce' } as const;
  const common = { screen, needs: 'crash', expectedErrors: /./ } as const;
  journey('worked', { ...common, library: 'sample', prepare: workOn }, async ({ page }) => {
    await boardPage(page).heading.waitFor();
    const scenes = workedScenes(page).filter(({ name }) => !only.scene || name.includes(only.scene));
    await takeAll({ page, look, library: 'worked' }, scenes);
  });
  if (only.scene) return;
  journey('empty', { ...common, library: 'empty', settings: {} }, async ({ page }) => {
    await page.getByRole('main').waitFor();
    const leaveTour = async () => page.keyboard.press('Escape');
    await takeAll({ page, look, library: 'empty' }, [
      ...asItIs,
      { name: 'without the tour', show: leaveTour },
    ]);
  });
  journey('new', { ...common, library: 'sample', settings: {} }, async ({ page }) => {
    await boardPage(page).heading.waitFor();
    await takeAll({ page, look, library: 'new' }, asItIs);
  });
  const prepare = fillLongTopic('Ten thousand', 10_000);
  journey('long', { ...common, library: 'empty', prepare }, async ({ page }) => {
    await boardPage(page).heading.waitFor();
    await takeAll({ page, look, library: 'long' }, asItIs);
  });
});
