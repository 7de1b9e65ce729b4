import sanitizeHtml from 'sanitize-html';
import { describe, expect } from 'vitest';
import { journey } from '#tests/support/journey.ts';
import { navigatorPage } from '#tests/support/pages/navigator-page.ts';
import { publishDialog } from '#tests/support/pages/publish-dialog.ts';
import { appFrame } from '#tests/support/pages/frame.ts';
import { seedTopic } from '#tests/support/seed-topic.ts';
import { words } from '#tests/support/words.ts';

const seed = 'Partnerships & Collaboration';

/** What editors that clean what is pasted let through at the least, as WordPress does for authors. */
const strict: sanitizeHtml.IOptions = {
  allowedTags:
    'div h2 h3 h4 h5 p ul ol li a img figure figcaption small em strong blockquote cite span'.split(' '),
  allowedAttributes: {
    '*': ['lang', 'dir'],
    a: ['href', 'rel'],
    img: ['src', 'alt', 'width', 'height'],
    blockquote: ['cite'],
  },
  allowedSchemes: ['http', 'https', 'data'],
};

const textOf = (html: string): string =>
  sanitizeHtml(html, { allowedTags: [], allowedAttributes: {} }).replaceAll(/\s+/g, ' ').trim();

describe('the code of a topic on the clipboard', () => {
  journey(
    'is formatted text for an editor, and code where code is asked for',
    { library: 'sample' },
    async ({ page, context, origin }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
      await navigatorPage(page).open(seed);
      const publishing = publishDialog(page);
      await publishing.open();
      await publishing.only(seed).check({ force: true });
      await publishing.choose('fragment');
      await publishing.dialog.getByRole('button', { name: words('publish.copy-code') }).click();
      await appFrame(page).hear(words('publish.code-copied', { title: seed }));
      const held = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const read = async (type: string) => (await (await item?.getType(type))?.text()) ?? '';
        return { html: await read('text/html'), plain: await read('text/plain') };
      });

      // As code: nothing that a cleaning editor would throw away, but the machine-readable form of dates.
      expect(held.plain).not.toMatch(/<(?:script|style|link|iframe)|\s(?:class|style|id|on\w+)=/);
      const cleaned = sanitizeHtml(held.plain, strict);
      const shape = (html: string) => html.replaceAll(/<\/?time[^>]*>/g, '').replaceAll(/\s+/g, '');
      expect(shape(cleaned)).toBe(
        shape(
          sanitizeHtml(held.plain, {
            allowedTags: false,
            allowedAttributes: false,
            allowedSchemes: ['http', 'https', 'data'],
          }),
        ),
      );
      expect(textOf(cleaned)).toBe(textOf(held.plain));

      // As formatted text: what an editor gets when it is pasted.
      await publishing.close.click();
      const editor = await context.newPage();
      await editor.setContent('<div contenteditable="true" role="textbox" aria-label="Editor"></div>');
      await editor.getByRole('textbox').click();
      await editor.keyboard.press('Control+V');
      const pasted = editor.getByRole('textbox');
      await pasted.getByRole('heading', { level: 2, name: seed }).waitFor();
      for (const { title } of seedTopic.entries) expect(await pasted.innerText()).toContain(title);
      const figure = pasted.locator('figure').first();
      expect(await figure.locator('figcaption').innerText()).toContain('by The Carrel project, CC0 1.0');
      expect(await figure.locator('img').getAttribute('alt')).not.toBe('');
      const loaded = () =>
        figure.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth);
      await expect.poll(loaded).toBeGreaterThan(0);
      await editor.close();
    },
  );
});
