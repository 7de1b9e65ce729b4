import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'exifreader';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { dataOf, filesIn } from '#tests/support/check-site.ts';
import { journey, type App } from '#tests/support/journey.ts';
import { makeImage, type Making } from '#tests/support/make-image.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { detailsPage } from '#tests/support/pages/details-page.ts';
import { dropFile } from '#tests/support/pages/drop-file.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { navigatorPage } from '#tests/support/pages/navigator-page.ts';
import { publishDialog } from '#tests/support/pages/publish-dialog.ts';
import { publish } from '#tests/support/published.ts';
import { words } from '#tests/support/words.ts';

const deed = 'https://creativecommons.org/licenses/by-nc-nd/2.0/';
const topicTitle = 'Partnerships';

const makeTopic = async (page: Page) => {
  const [navigator, board] = [navigatorPage(page), boardPage(page)];
  await navigator.newTopic.click();
  await navigator.newTitle.fill(topicTitle);
  await page.keyboard.press('Enter');
  await board.choosePicture.waitFor();
};

const dropPicture = async ({ page }: App, making: Making, name: string) => {
  await makeTopic(page);
  const bytes = await makeImage({ width: 1200, height: 800, ...making });
  await dropFile(boardPage(page).main, { name, mediaType: 'image/jpeg', bytes });
  await detailsPage(page).license.waitFor();
};

describe('a picture that brings its own credit', () => {
  journey(
    'fills the card itself and says where each value comes from',
    { library: 'empty', isAboutWindow: true },
    async (app) => {
      const { page } = app;
      const [board, details, frame] = [boardPage(page), detailsPage(page), appFrame(page)];
      await dropPicture(
        app,
        {
          xmp: [
            '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Planning the garden</rdf:li></rdf:Alt></dc:title>',
            '<dc:creator><rdf:Seq><rdf:li>Julie Doe</rdf:li></rdf:Seq></dc:creator>',
            '<xmpRights:WebStatement>https://creativecommons.org/licenses/by/4.0/</xmpRights:WebStatement>',
          ].join(''),
          iptc: { 80: Buffer.from('J. Doe'), 116: Buffer.from('(c) 2019 Town Library') },
        },
        'garden.jpg',
      );
      await frame.hear(words('picture.added.incomplete'));
      expect(await details.license.inputValue()).toBe('CC BY 4.0');
      const values = [
        ['creator', 'Julie Doe', 'xmp'],
        ['title', 'Planning the garden', 'xmp'],
        ['copyrightNotice', '(c) 2019 Town Library', 'iptc'],
      ] as const;
      await details.group(words('credit.more')).click();
      for (const [field, value, origin] of values) {
        await expect.poll(() => details.field(words(`credit.field.${field}`)).inputValue()).toBe(value);
        expect(await details.besides(field), field).toContain(words(`credit.origin.${origin}`));
      }
      expect(await details.besides('licenseId')).toContain(words('credit.origin.xmp'));
      await details.pane
        .getByText(words('credit.also-says', { origin: words('credit.origin-name.iptc'), value: 'J. Doe' }))
        .waitFor();
      expect(await board.creditLine.innerText()).toContain(
        '“Planning the garden” by Julie Doe, (c) 2019 Town Library, CC BY 4.0',
      );
    },
  );

  journey(
    'jenlen, CC BY-NC-ND 2.0, without title and source',
    { library: 'empty', isAboutWindow: true },
    async (app) => {
      const { page } = app;
      const [board, details] = [boardPage(page), detailsPage(page)];
      await dropPicture(
        app,
        {
          xmp: `<dc:creator><rdf:Seq><rdf:li>jenlen</rdf:li></rdf:Seq></dc:creator><xmpRights:WebStatement>${deed}</xmpRights:WebStatement>`,
        },
        'whiteboard.jpg',
      );
      // On the board: author and license, linked to the deed, and nothing invented.
      await expect.poll(() => board.creditLine.innerText()).toContain('Photo: jenlen, CC BY-NC-ND 2.0');
      expect(await board.creditLine.getByRole('link', { name: 'CC BY-NC-ND 2.0' }).getAttribute('href')).toBe(
        deed,
      );
      // In the card: what is missing, and the line for paper with the address written out.
      const asked = await details.checklist.innerText();
      expect(asked).toContain(words('license.missing.title'));
      expect(asked).toContain(words('license.missing.source', { license: 'CC BY-NC-ND 2.0' }));
      await details.pane.getByRole('tab', { name: words('credit.form.print') }).click();
      await details.pane.getByRole('tabpanel').getByText(deed).waitFor();
      // A focal point would crop it: refused, with the reason.
      await board.hero.hover();
      await board.heroMenu.click();
      const aim = board.menuItem(words('hero.aim'));
      expect(await aim.innerText()).toContain(words('hero.no-crop', { license: 'CC BY-NC-ND 2.0' }));
      await aim.click();
      const refusal = page.getByRole('dialog', { name: words('hero.crop-refused') });
      expect(await refusal.innerText()).toContain(
        words('license.crop-refused.no-derivatives', { license: 'CC BY-NC-ND 2.0' }),
      );
      await refusal.getByRole('button', { name: words('hero.keep-whole') }).click();
      await details.field(words('picture.alt')).fill('A whiteboard on a table.');
      await details.heading.click();
      await appFrame(page).waitSaved();

      // Its source is not known, and somebody has to say whether it is sold: both keep it from going out.
      const dialog = publishDialog(page);
      await dialog.open();
      await dialog.blocked.getByText(/whiteboard\.jpg/).waitFor();
      await dialog.answer(words('gate.commercial-no'));
      await dialog.publishAnyway('The owner was asked and does not mind.');
      await dialog.blocked.waitFor({ state: 'detached' });
      const site = await publish(app);
      const markup = await readFile(join(site, 'topics', 'partnerships.html'), 'utf8');
      expect((dataOf(markup) as { primaryImageOfPage: object }).primaryImageOfPage).toMatchObject({
        '@type': 'ImageObject',
        license: deed,
        creator: { name: 'jenlen' },
        creditText: expect.stringContaining('jenlen, CC BY-NC-ND 2.0') as string,
      });
      const pictures = (await filesIn(site)).filter((path) => /\.(?:jpe?g|webp|avif)$/.test(path));
      expect(pictures.length).toBeGreaterThan(1);
      for (const path of pictures) {
        const { xmp } = load(await readFile(join(site, path)), { expanded: true });
        expect(xmp?.['WebStatement']?.description, path).toBe(deed);
        expect(xmp?.['creator']?.description, path).toBe('jenlen');
      }
    },
  );
});
