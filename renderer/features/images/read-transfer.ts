/** What was dropped or pasted, taken from the browser's data transfer. */
export type Transferred = {
  readonly pictures: readonly File[];
  /** Files that are none: tables, bookmarks and what else can be brought in. */
  readonly others: readonly File[];
  /** The page or link that came along; for a picture dragged from a page, where it was found. */
  readonly link: { readonly address: string; readonly title: string } | null;
  /** Address of a picture that came without its bytes, as browsers do when they drag between windows. */
  readonly pictureAddress: string | null;
};

const isPicture = ({ type, name }: File): boolean =>
  type.startsWith('image/') || /\.(?:jpe?g|png|webp|avif|gif|tiff?|svg|hei[cf]|psd|bmp)$/i.test(name);

const webAddress = (text: string): string | null => {
  const trimmed = text.trim();
  return /^https?:\/\/\S+$/i.test(trimmed) && URL.canParse(trimmed) ? trimmed : null;
};

// `text/uri-list` may begin with comment lines (RFC 2483 §5).
const firstUri = (list: string): string | null =>
  list
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(webAddress)
    .find((address) => address !== null) ?? null;

const readHtml = (html: string): { title: string; link: string | null; picture: string | null } => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const anchor = page.querySelector('a[href]');
  return {
    title: anchor?.textContent.trim() ?? '',
    link: webAddress(anchor?.getAttribute('href') ?? ''),
    picture: webAddress(page.querySelector('img[src]')?.getAttribute('src') ?? ''),
  };
};

/** Reads a drop or a paste. Everything in it is data: nothing is fetched and no markup is shown. */
export const readTransfer = (transfer: DataTransfer): Transferred => {
  const files = [...transfer.files];
  const html = readHtml(transfer.getData('text/html'));
  const [mozAddress = '', mozTitle = ''] = transfer.getData('text/x-moz-url').split('\n');
  const address =
    html.link ??
    firstUri(transfer.getData('text/uri-list')) ??
    webAddress(mozAddress) ??
    webAddress(transfer.getData('text/plain'));
  const isOnlyPicture = html.picture !== null && (address === null || address === html.picture);
  return {
    pictures: files.filter(isPicture),
    others: files.filter((file) => !isPicture(file)),
    link:
      address === null || isOnlyPicture ? null : { address, title: html.title || mozTitle.trim() || address },
    pictureAddress: html.picture,
  };
};
