import { titleFromAddress } from '#shared/domain/capture/title-from-address.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import type { WebAddress } from '#shared/model/text.ts';

const longestTitle = 500;

/**
 * What was typed or pasted to add a resource: an address, with a first title made from it, or a title. Null for
 * nothing. The title of an address is a start, to be rewritten; nothing is fetched.
 */
export const toResourceFields = (text: string): { title: string; url: WebAddress | null } | null => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line === '') return null;
  const isAddress = !line.includes(' ') && /^(?:https?:\/\/|www\.)/i.test(line);
  const url = isAddress ? toWebAddress(line) : null;
  return { title: (url ? titleFromAddress(url) : line).slice(0, longestTitle), url };
};
