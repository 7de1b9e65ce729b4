import type { WebAddress } from '../../model/text.ts';
import { comparableAddress } from '../web-address.ts';
import { cleanWords } from './clean-words.ts';

/** A link as it was dropped or pasted. */
export type CapturedLink = {
  readonly url: WebAddress;
  /** The words of the link; null when it had none but its address. */
  readonly title: string | null;
  /** The words around it; empty when there were none. */
  readonly summary: string;
};

const longestTitle = 500;
const longestSummary = 2_000;

/** A link with its words made fit to keep. A title that is only the address again is none. */
export const toCapturedLink = (url: WebAddress, title: string, summary = ''): CapturedLink => {
  const words = cleanWords(title, longestTitle);
  const isAddress = words === '' || comparableAddress(words) === comparableAddress(url);
  const around = cleanWords(summary, longestSummary);
  return { url, title: isAddress ? null : words, summary: around === words || around === url ? '' : around };
};

/** Each address once, in the order found; the first title and the first summary that are known count. */
export const joinLinks = (links: readonly CapturedLink[]): readonly CapturedLink[] => {
  const byAddress = new Map<string, CapturedLink>();
  for (const link of links) {
    const key = comparableAddress(link.url);
    const before = byAddress.get(key);
    byAddress.set(
      key,
      before
        ? { ...before, title: before.title ?? link.title, summary: before.summary || link.summary }
        : link,
    );
  }
  return [...byAddress.values()];
};
