import { joinLinks, toCapturedLink, type CapturedLink } from '#shared/domain/capture/captured-link.ts';
import { linksInText, linksInUriList } from '#shared/domain/capture/links-in-text.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { linksInHtml } from './links-in-html.ts';
import { isShortcutName } from './shortcut-file.ts';

/** What was dropped or pasted, taken from the browser's data transfer. */
export type Transferred = {
  readonly pictures: readonly File[];
  /** Files that lead to a page: `.url`, `.webloc`, `.desktop`. */
  readonly shortcuts: readonly File[];
  /** Files that are neither: tables, bookmarks and what else can be brought in. */
  readonly others: readonly File[];
  /** The links that came along; for a picture dragged from a page, where it was found. */
  readonly links: readonly CapturedLink[];
  /** Address of a picture that came without its bytes, as browsers do when they drag between windows. */
  readonly pictureAddress: string | null;
  /** Whether there was any text, with or without an address in it. */
  readonly hasText: boolean;
};

/** More text than anybody selects, in characters: that is a file to bring in. */
const mostText = 2_000_000;

const isPicture = ({ type, name }: File): boolean =>
  type.startsWith('image/') || /\.(?:jpe?g|png|webp|avif|gif|tiff?|svg|hei[cf]|psd|bmp)$/i.test(name);

// Firefox: addresses and titles in turn.
const linksInMozUrl = (text: string): readonly CapturedLink[] => {
  const lines = text.split('\n');
  return joinLinks(
    lines.flatMap((line, at) => {
      const url = at % 2 === 0 ? toWebAddress(line) : null;
      return url === null ? [] : [toCapturedLink(url, lines[at + 1] ?? '')];
    }),
  );
};

/** Reads a drop or a paste. Everything in it is data: nothing is fetched and no markup is shown. */
export const readTransfer = (transfer: DataTransfer): Transferred => {
  const files = [...transfer.files];
  const dataOf = (type: string): string => transfer.getData(type).slice(0, mostText);
  const text = dataOf('text/plain');
  const html = linksInHtml(dataOf('text/html'));
  const found = [
    html.links,
    linksInMozUrl(dataOf('text/x-moz-url')),
    linksInUriList(dataOf('text/uri-list')),
    linksInText(text),
  ].find((links) => links.length > 0);
  const links = (found ?? []).filter(({ url }) => url !== html.picture);
  const shortcuts = files.filter(({ name }) => isShortcutName(name));
  const pictures = files.filter((file) => isPicture(file));
  return {
    pictures,
    shortcuts,
    others: files.filter((file) => !pictures.includes(file) && !shortcuts.includes(file)),
    links,
    pictureAddress: html.picture,
    hasText: text.trim() !== '',
  };
};
