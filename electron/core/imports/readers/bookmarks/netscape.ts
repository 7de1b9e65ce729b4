import { Parser } from 'htmlparser2';
import { refusal } from '#core/refusal.ts';
import { toTitle } from '../../folder-path.ts';
import type { CandidateTopic } from '../../reader.ts';
import type { RowRemark } from '../../remark.ts';
import { emptyBookmark, splitTags, type Bookmark } from './bookmark.ts';

type Attributes = Readonly<Record<string, string>>;

/** Icons, and what a browser keeps for its own use. */
const bookkeeping = new Set(
  'href add_date time_added icon icon_uri last_modified last_visit last_charset private tags id web_panel target'.split(
    ' ',
  ),
);

const toBookmark = (row: number, path: readonly string[], attributes: Attributes): Bookmark => ({
  ...emptyBookmark(row, path),
  address: (attributes['href'] ?? '').trim(),
  tags: splitTags(attributes['tags'] ?? ''),
  added: attributes['add_date'] ?? attributes['time_added'] ?? '',
  isPrivate: attributes['private'] === '1',
  other: Object.fromEntries(
    Object.entries(attributes).filter(
      ([name, value]) => !bookkeeping.has(name) && value !== '' && value !== '0',
    ),
  ),
});

/** How deep folders are told apart: what lies deeper counts to the deepest of them. How many elements may be open. */
const most = { folders: 100, open: 20_000 } as const;

type Folder = { readonly title: string; description: string; bookmarks: number };

/** What a text that comes now belongs to. */
type Taking = 'heading' | 'folder' | 'bookmark' | 'description' | null;

/** Puts the parts of a bookmark file together as they come. */
class NetscapeFile {
  readonly bookmarks: Bookmark[] = [];
  readonly topics: CandidateTopic[] = [];
  readonly remarks: RowRemark[] = [];
  heading = '';
  readonly #folders: (Folder | null)[] = [];
  /** Lists that are open beyond the deepest that are told apart. */
  #deeper = 0;
  /** Pocket's list that the links stand in. */
  #status = '';
  /** A folder whose name was read and whose list has not begun. */
  #named: Folder | null = null;
  #taking: Taking = null;
  #words = '';

  /** Ends what was being read; a description goes to what stands before it. */
  settle(): void {
    if (this.#taking === 'description' && this.#words.trim() !== '') this.#describe(this.#words.trim());
    this.#taking = null;
    this.#words = '';
  }

  start(taking: Taking): void {
    this.settle();
    this.#taking = taking;
  }

  text(part: string): void {
    if (this.#taking !== null) this.#words += part;
  }

  openList(): void {
    this.settle();
    const named = this.#named;
    if (this.#folders.length >= most.folders) {
      this.#deeper += 1;
      return;
    }
    this.#folders.push(named);
    if (named !== null && named.description !== '') {
      this.topics.push({ path: this.#path(), description: named.description });
    }
    this.#named = null;
  }

  closeList(): void {
    this.settle();
    if (this.#deeper > 0) {
      this.#deeper -= 1;
      return;
    }
    const title = this.#path().join(' / ');
    const folder = this.#folders.pop();
    if (folder?.bookmarks === 0) {
      this.remarks.push({ row: this.bookmarks.length, title, reason: 'empty-folder', values: {} });
    }
    this.#named = null;
  }

  openBookmark(attributes: Attributes): void {
    this.start('bookmark');
    for (const folder of this.#folders) if (folder !== null) folder.bookmarks += 1;
    this.#named = null;
    const found = toBookmark(this.bookmarks.length + 1, this.#path(), attributes);
    const status = this.#status;
    this.bookmarks.push(status === '' ? found : { ...found, other: { ...found.other, status } });
  }

  close(name: string): void {
    if (name === 'dl') this.closeList();
    else if (name === 'h1' && this.#taking === 'heading') this.#closeHeading();
    else if (name === 'h3' && this.#taking === 'folder') {
      this.#named = { title: toTitle(this.#words), description: '', bookmarks: 0 };
      this.settle();
    } else if (name === 'a' && this.#taking === 'bookmark') {
      this.#edit({ title: this.#words.replaceAll(/\s+/g, ' ').trim() });
      this.settle();
    }
  }

  #closeHeading(): void {
    const line = toTitle(this.#words);
    if (this.heading === '') this.heading = line;
    if (/^(?:unread|read archive)$/i.test(line)) this.#status = line.toLowerCase();
    this.settle();
  }

  #path(): string[] {
    return this.#folders.flatMap((folder) => (folder === null || folder.title === '' ? [] : [folder.title]));
  }

  #describe(description: string): void {
    if (this.#named !== null) this.#named.description = description;
    else this.#edit({ description });
  }

  #edit(patch: Partial<Bookmark>): void {
    const last = this.bookmarks.at(-1);
    if (last) this.bookmarks[this.bookmarks.length - 1] = { ...last, ...patch };
  }
}

/** Only what is closed in such files is waited for: else each paragraph that is not would stay open to the end. */
class BookmarkParser extends Parser {
  protected override isVoidElement(name: string): boolean {
    return !['dl', 'a', 'h1', 'h3'].includes(name);
  }
}

/**
 * Reads the bookmark file that Netscape began and every browser writes, as far as it can be read: lists in lists, a
 * folder's name before its list, a description after what it describes. Tags may be unclosed or in any case.
 */
export const parseNetscape = (text: string) => {
  const file = new NetscapeFile();
  const opening: Readonly<Record<string, (attributes: Attributes) => void>> = {
    h1: () => file.start('heading'),
    h3: () => file.start('folder'),
    dd: () => file.start('description'),
    dt: () => file.settle(),
    hr: () => file.settle(),
    dl: () => file.openList(),
    a: (attributes) => file.openBookmark(attributes),
  };
  let open = 0;
  const parser = new BookmarkParser(
    {
      onopentag: (name, attributes) => {
        open += 1;
        if (open > most.open) throw refusal('file-format', 'import-too-deep');
        opening[name]?.(attributes);
      },
      ontext: (part) => file.text(part),
      onclosetag: (name) => {
        open -= 1;
        file.close(name);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(text);
  parser.end();
  file.settle();
  const { heading, bookmarks, topics, remarks } = file;
  return { title: heading === '' ? null : heading, bookmarks, topics, remarks };
};
