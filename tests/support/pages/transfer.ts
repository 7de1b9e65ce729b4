import type { Locator, Page } from 'playwright-core';

/** A file as it lies on a desktop. */
export type KeptFile = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer };

/** What another program hands over: texts by their type, and files. */
type Transfer = {
  readonly texts?: Readonly<Record<string, string>>;
  readonly files?: readonly KeptFile[];
};

const toData = (page: Page, { texts = {}, files = [] }: Transfer) =>
  page.evaluateHandle(
    ([byType, kept]) => {
      const data = new DataTransfer();
      for (const [type, text] of Object.entries(byType)) data.setData(type, text);
      for (const { name, type, base64 } of kept) {
        const content = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
        data.items.add(new File([content], name, { type }));
      }
      return data;
    },
    [
      texts,
      files.map(({ name, mediaType, bytes }) => ({
        name,
        type: mediaType,
        base64: bytes.toString('base64'),
      })),
    ] as const,
  );

/** Drops something from another program: the events that a browser sends. */
export const dropHere = async (target: Locator, transfer: Transfer): Promise<void> => {
  const dataTransfer = await toData(target.page(), transfer);
  for (const event of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(event, { dataTransfer });
};

/** Pastes what another program copied, where the focus is. */
export const pasteHere = async (page: Page, transfer: Transfer): Promise<void> => {
  const data = await toData(page, transfer);
  await page.evaluate((clipboardData) => {
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, data);
};
