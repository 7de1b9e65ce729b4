import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { checkSite } from '#tests/support/check-site.ts';
import { journey } from '#tests/support/journey.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { publishDialog } from '#tests/support/pages/publish-dialog.ts';
import { brokenPictures, checkAccessibility, publish, walkSite } from '#tests/support/published.ts';
import { seedTopic } from '#tests/support/seed-topic.ts';
import { words } from '#tests/support/words.ts';

describe('what is published', () => {
  journey('opens whole from the disk, without a network', { library: 'sample' }, async (app) => {
    await publishDialog(app.page).open();
    const site = await publish(app);
    expect(await checkSite(site)).toEqual([]);
    const seen = new Map<string, string>();
    await walkSite(site, {}, async (page, path) => {
      expect(await brokenPictures(page), path).toEqual([]);
      seen.set(path, await page.getByRole('main').innerText());
    });
    const topic = seen.get('topics/partnerships-collaboration.html') ?? '';
    const places = seedTopic.entries.map(({ title }) => topic.indexOf(title));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(topic).toContain('Image: “Around the table” by The Carrel project, CC0 1.0');
    expect(seen.get('credits.html')).toContain('Around the table');
    await checkAccessibility(site);
  });

  journey(
    'replaces an earlier publication whole, and says what it wrote',
    { library: 'sample' },
    async (app) => {
      const dialog = publishDialog(app.page);
      await dialog.open();
      const site = await publish(app);
      const first = await readFile(join(site, 'carrel-manifest.json'), 'utf8');
      expect(await dialog.done.innerText()).toContain(app.choosePlace ? app.folder : '.zip');
      await dialog.close.click();
      await dialog.dialog.waitFor({ state: 'detached' });
      await dialog.open();
      await publish(app);
      expect(await readFile(join(site, 'carrel-manifest.json'), 'utf8')).toBe(first);
      await dialog.close.click();
      await appFrame(app.page).bar.getByText(words('save.saved'), { exact: true }).waitFor();
    },
  );
});
