import { describe, expect } from 'vitest';
import { harmfulMarkup, watchForHarm } from '#tests/support/harm.ts';
import { hostileTexts, makeHostileLibrary } from '#tests/support/hostile-library.ts';
import { journey } from '#tests/support/journey.ts';
import { openTestCore } from '#tests/support/open-core.ts';
import { boardPage } from '#tests/support/pages/board-page.ts';
import { detailsPage } from '#tests/support/pages/details-page.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { navigatorPage } from '#tests/support/pages/navigator-page.ts';
import { previewPage } from '#tests/support/pages/preview-page.ts';
import { words } from '#tests/support/words.ts';

const [title = ''] = hostileTexts;

const fill = async (dir: string): Promise<void> => {
  const core = await openTestCore({ dir });
  await makeHostileLibrary(core);
  await core.close();
};

describe('content from outside', () => {
  journey(
    'runs nothing and loads nothing on the board, in the details, in every place and in the preview',
    { library: 'empty', prepare: fill },
    async ({ page, context, origin }) => {
      const harm = watchForHarm(
        context,
        (address) => /^(?:data|blob):/.test(address) || address.startsWith(origin),
      );
      const [board, frame, details] = [boardPage(page), appFrame(page), detailsPage(page)];
      const look = async () => expect(await harmfulMarkup(page)).toEqual([]);

      await navigatorPage(page).open(title);
      await board.heading.waitFor();
      // What a description says is there to be read, HTML too.
      expect(await board.description.innerText()).toContain('</title></script><script>alert(1)</script>');
      await look();
      const rows = board.main.getByRole('row');
      await rows.first().waitFor();
      for (let number = 0; number < 6; number += 1) {
        await rows.nth(number).click();
        await details.heading.waitFor();
        await look();
      }
      await frame.button(words('view.preview')).click();
      const preview = previewPage(page, title);
      await preview.main.waitFor();
      const shown = page.frames().find((one) => one.url().includes('/preview/'));
      expect(await preview.main.locator('a[href^="javascript" i], a[href^="file" i], script').count()).toBe(
        0,
      );
      await shown?.evaluate(() => {
        for (const element of document.body.querySelectorAll('*'))
          for (const type of ['mouseover', 'focus', 'load', 'error']) element.dispatchEvent(new Event(type));
      });
      await frame.button(words('view.preview')).click();
      for (const place of ['view.pictures', 'view.rights', 'view.settings'] as const) {
        await frame.openPlace(words(place));
        await board.heading.waitFor();
        await look();
      }
      expect(harm()).toEqual([]);
    },
  );

  journey(
    'cannot become markup of the app’s own page, and is read when it is pasted',
    { library: 'sample', expectedErrors: /Trusted|trusted|Content Security Policy/ },
    async ({ page }) => {
      const board = boardPage(page);
      await board.description.waitFor();
      const refused = await page.evaluate(() => {
        const attempts: Record<string, () => unknown> = {
          'inner markup': () => (document.body.innerHTML = '<img src=x>'),
          'markup beside': () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
          'address of a script': () => (document.createElement('script').src = 'data:text/javascript,1'),
          'text of a script': () => (document.createElement('script').textContent = 'alert(1)'),
          'another policy': () =>
            (
              globalThis as unknown as {
                trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
              }
            ).trustedTypes.createPolicy('own', {}),
        };
        return Object.keys(attempts).filter((name) => {
          try {
            attempts[name]?.();
            return false;
          } catch {
            return true;
          }
        });
      });
      expect(refused).toEqual([
        'inner markup',
        'markup beside',
        'address of a script',
        'text of a script',
        'another policy',
      ]);
      await board.description.click();
      await board.description.evaluate((field) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', '<p>pasted <strong>words</strong><script>alert(1)</script></p>');
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      });
      await expect.poll(() => board.description.innerText()).toContain('pasted words');
    },
  );
});
