import type { Element } from 'domhandler';
import { toWebAddress } from '#shared/domain/web-address.ts';
import type { CandidatePicture } from '../../reader.ts';
import { findElements, wordsIn } from './dom.ts';
import { linkAddress } from './html-to-markdown.ts';

const decodePath = (source: string): string => {
  const path = source.replace(/[?#].*$/, '').replace(/^(?:\.\/)+/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** The picture inside an element of a page, with the words of its caption as the credit; null: there is none. */
export const pictureIn = (element: Element, base: string | null): CandidatePicture | null => {
  const [image] = findElements(element, ({ name }) => name === 'img');
  const source = image?.attribs['src'] ?? '';
  if (image === undefined || source === '' || /^data:/i.test(source)) return null;
  const url = linkAddress(source, base);
  const [caption] = findElements(element, ({ name }) => name === 'figcaption');
  const creditLine = caption === undefined ? '' : wordsIn(caption.children).slice(0, 5_000);
  const file = toWebAddress(source) === null ? decodePath(source) : null;
  const credit = creditLine === '' ? {} : { creditLine, origins: { creditLine: 'imported' as const } };
  return file === null && url === null
    ? null
    : { file, url, alt: (image.attribs['alt'] ?? '').slice(0, 5_000), credit };
};
