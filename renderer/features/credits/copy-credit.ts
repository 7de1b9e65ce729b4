import { toHtml, toMarkdown, toText } from '#shared/domain/credits/credit-output.ts';
import type { CreditPart } from '#shared/domain/credits/credit-parts.ts';

/** How a credit line is put on the clipboard. `rich`: as formatted text, with plain text for programs that want that. */
export const copyFormats = ['rich', 'html', 'markdown', 'plain'] as const;
export type CopyFormat = (typeof copyFormats)[number];

const textIn = (parts: readonly CreditPart[], format: Exclude<CopyFormat, 'rich'>): string => {
  if (format === 'html') return toHtml(parts);
  return format === 'markdown' ? toMarkdown(parts) : toText(parts);
};

/** Puts a credit line on the clipboard. Throws where the browser does not allow it. */
export const copyCredit = async (parts: readonly CreditPart[], format: CopyFormat): Promise<void> => {
  if (format !== 'rich') return navigator.clipboard.writeText(textIn(parts, format));
  const blob = (text: string, type: string) => new Blob([text], { type });
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': blob(toHtml(parts), 'text/html'),
      'text/plain': blob(toText(parts), 'text/plain'),
    }),
  ]);
};
