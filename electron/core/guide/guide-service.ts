import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutputOf } from '#shared/contract/contract.ts';
import { findApp } from '../app-root.ts';
import { refusal } from '../refusal.ts';
import { guideHtml, type PictureSize } from './guide-html.ts';

const contents = 'contents';
const fileOf = (page: string): string => (page === contents ? 'README.md' : `${page}.md`);

/** Width and height from the head of a PNG file (its IHDR chunk comes first); null when it is none. */
const pngSize = (bytes: Buffer): ReturnType<PictureSize> =>
  bytes.length >= 24 && bytes.toString('latin1', 12, 16) === 'IHDR'
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : null;

/** Names of the pages: the contents, then what it links to in its order, then any that it forgot. */
const orderPages = (readme: string, names: readonly string[]): readonly string[] => {
  const linked = [...readme.matchAll(/\(([a-z][a-z0-9-]*)\.md(?:#[^)]*)?\)/g)].map(([, name]) => name ?? '');
  return [...new Set([contents, ...linked, ...names.toSorted()])].filter((name) => names.includes(name));
};

/** The guide that ships with the app: Markdown pages in `docs/guide`, pictures in `docs/pictures`. */
export type Guide = {
  readonly page: (page: string) => Promise<OutputOf<'guide.page'>>;
  /** The bytes of a picture; null when there is none of that name. */
  readonly picture: (name: string) => Promise<Buffer | null>;
};

/** Opens the guide of a checkout or of the built app. Nothing is read before it is asked for. */
export const createGuide = (folder: string = join(findApp().root, 'docs')): Guide => {
  const picture = async (name: string): Promise<Buffer | null> => {
    if (!/^[a-z0-9-]+\.png$/.test(name)) return null;
    return readFile(join(folder, 'pictures', name)).catch(() => null);
  };
  const readSizes = async (markdown: string): Promise<PictureSize> => {
    const names = [...markdown.matchAll(/\.\.\/pictures\/([a-z0-9-]+\.png)/g)].map(([, name]) => name ?? '');
    const sizes = new Map<string, ReturnType<PictureSize>>();
    for (const name of names) {
      const bytes = await picture(name);
      sizes.set(name, bytes && pngSize(bytes));
    }
    return (name) => sizes.get(name) ?? null;
  };
  const readTexts = async (): Promise<ReadonlyMap<string, string>> => {
    const files = (await readdir(join(folder, 'guide'))).filter((name) => name.endsWith('.md'));
    const pairs = files.map(async (name): Promise<[string, string]> => [
      name === 'README.md' ? contents : name.slice(0, -'.md'.length),
      await readFile(join(folder, 'guide', name), 'utf8'),
    ]);
    return new Map(await Promise.all(pairs));
  };
  return {
    picture,
    page: async (page) => {
      const texts = await readTexts();
      const markdown = texts.get(page);
      if (markdown === undefined) throw refusal('not-found', 'no-such-guide-page', { page: fileOf(page) });
      const titleOf = (name: string) => /^# (.+)$/m.exec(texts.get(name) ?? '')?.[1]?.trim() ?? name;
      const { title, html, headings } = guideHtml(markdown, await readSizes(markdown));
      return {
        page,
        title,
        html,
        headings: [...headings],
        pages: orderPages(texts.get(contents) ?? '', [...texts.keys()]).map((name) => ({
          page: name,
          title: titleOf(name),
        })),
      };
    },
  };
};
