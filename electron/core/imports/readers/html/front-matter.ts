import { toTitle } from '../../folder-path.ts';
import type { ImportSource } from '../../reader.ts';

/** What stands above a Markdown text as Hugo, Jekyll and Obsidian have it, by name, and the text itself. */
export type FrontMatter = { readonly values: Readonly<Record<string, string>>; readonly body: string };

const unquoted = (text: string): string => {
  const value = text.trim();
  if (/^'.*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  if (!/^".*"$/.test(value)) return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'string' ? parsed : value;
  } catch {
    return value.slice(1, -1);
  }
};

/** Parts front matter from the text below it. Only plain values are read: lists and blocks are left alone. */
export const splitFrontMatter = (text: string): FrontMatter => {
  const found = /^---\r?\n([^]{0,50000}?)\r?\n---\r?\n/.exec(text);
  if (!found) return { values: {}, body: text };
  const lines = (found[1] ?? '').split(/\r?\n/).flatMap((line) => {
    const match = /^([A-Za-z]\w{0,60}):[ \t]*(\S.*)$/.exec(line);
    return match ? [[match[1] ?? '', unquoted(match[2] ?? '')] as const] : [];
  });
  return { values: Object.fromEntries(lines), body: text.slice(found[0].length) };
};

const mostBytes = 2_000_000;

/** Nothing real is deeper; what contains itself ends. */
const mostDepth = 30;

/** The titles of the topics that a file says it stands below, outermost first, as the files beside it tell. */
export const titlesAbove = async (
  { beside }: Pick<ImportSource, 'beside'>,
  parent: string,
): Promise<readonly string[]> => {
  const titles: string[] = [];
  let slug = parent;
  for (let depth = 0; slug !== '' && depth < mostDepth; depth += 1) {
    const name = [...beside.keys()].find((one) => one === `${slug}.md` || one.endsWith(`/${slug}.md`));
    const file = name === undefined ? undefined : beside.get(name);
    if (file === undefined || file.bytes > mostBytes) break;
    const { values } = splitFrontMatter(Buffer.from(await file.read()).toString('utf8'));
    titles.unshift(toTitle(values['title'] ?? '') || slug);
    slug = values['parent'] === slug ? '' : (values['parent'] ?? '');
  }
  return titles;
};
