import type { Locator } from 'playwright-core';

type Dropped = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer };

/** Drops a file from the desktop onto something: the events that a browser sends, with the file in their transfer. */
export const dropFile = async (target: Locator, { name, mediaType, bytes }: Dropped): Promise<void> => {
  const transfer = await target.page().evaluateHandle(
    ([fileName, type, base64]) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
      data.items.add(new File([content], fileName, { type }));
      return data;
    },
    [name, mediaType, bytes.toString('base64')] as const,
  );
  for (const event of ['dragenter', 'dragover', 'drop'])
    await target.dispatchEvent(event, { dataTransfer: transfer });
};
