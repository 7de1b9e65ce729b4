import MarkdownIt from 'markdown-it';
import { refusal } from '#core/refusal.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { toTitle } from '../../folder-path.ts';
import type { ImportSource, Reader, Reading, ReadWork } from '../../reader.ts';
import { emptyFound, type Found } from '../found.ts';
import { gather } from '../gather.ts';
import { splitFrontMatter, titlesAbove } from './front-matter.ts';
import { readPage, type ReadPage } from './read-page.ts';

const nameOf = ({ fileName }: ImportSource): string => toTitle(fileName.replace(/\.\w{1,8}$/, '')) || 'Page';

const toReading = async (
  { title, topics, found, isOurs }: ReadPage,
  format: Reading['format'],
  { work, encoding }: { readonly work: ReadWork; readonly encoding: string },
): Promise<Reading> => {
  if (found.length === 0 && !isOurs) throw refusal('file-format', 'import-no-links');
  const made = await gather(found, (one) => one, work);
  return { format, title, topics, ...made, about: { encoding }, questions: [] };
};

/** A saved page: headings become sections, links with their words become resources. */
export const htmlPageReader: Reader = {
  formats: ['html-page'],
  recognise: ({ head }) => {
    if (/<!doctype netscape-bookmark|<(?:rss|opml|feed|rdf:RDF)[\s>]/i.test(head)) return 0;
    if (/^\s*(?:<!--[^]{0,2000}?-->\s*|<\?xml[^>]*\?>\s*)*<(?:!doctype html|html)[\s>]/i.test(head))
      return 0.85;
    return /^\s*<\w/.test(head) && /<a\s[^<>]*href=/i.test(head) ? 0.5 : 0;
  },
  read: (source, work) => {
    const { text, encoding } = source.text();
    return toReading(readPage(text, nameOf(source)), 'html-page', { work, encoding });
  },
};

const markdown = new MarkdownIt({ html: false, linkify: true });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

/** Lists of links in Markdown. */
export const markdownReader: Reader = {
  formats: ['markdown'],
  recognise: ({ head }) => {
    if (/^\s*[<{]/.test(head)) return 0;
    const links =
      head.match(/\[[^\]\n]{1,500}\]\(<?https?:\/\/[^\s)]{1,2000}>?[^)\n]{0,300}\)/g)?.length ?? 0;
    const isMarked = /^#{1,6} \S/m.test(head) || /^[ \t]*[-*+] \[/m.test(head) || head.startsWith('---\n');
    return links === 0 ? 0 : isMarked ? 0.85 : 0.45;
  },
  read: async (source, work) => {
    const { text, encoding } = source.text();
    const { values, body } = splitFrontMatter(text);
    const title = toTitle(values['title'] ?? '') || nameOf(source);
    const page = readPage(`<main>${markdown.render(body)}</main>`, title);
    const above = await titlesAbove(source, values['parent'] ?? '');
    const path = [...above, page.title];
    const topics = page.topics.map((topic) => ({ ...topic, path, language: values['language'] ?? null }));
    // A topic of a folder of ours may hold nothing but a description.
    const isOurs = values['slug'] !== undefined;
    const found = page.found.map((one) => ({ ...one, path }));
    return toReading({ ...page, topics, found, isOurs }, 'markdown', { work, encoding });
  },
};

const address = /https?:\/\/[^\s<>"]+/i;

/** A line with an address: what stands before or behind it is the title. */
const readLine = (line: string): Found | null => {
  const match = address.exec(line);
  const bare = match === null && /^www\.\S+$/i.test(line) ? line : null;
  const url = bare ?? match?.[0].replace(/[.,;:!?]+$/, '').replace(/^([^(]*)\)+$/, '$1');
  if (url === undefined || toWebAddress(url) === null) return null;
  const found = emptyFound();
  const words = line.replace(url, ' ').replaceAll(/[<>]/g, ' ');
  found.title = words.replaceAll(/^[\s\-–—:|•*·,;.()]+|[\s\-–—:|•*·,;(]+$/g, '').replaceAll(/\s+/g, ' ');
  found.addresses.push({ name: 'link', text: url });
  return found;
};

const linesWithAddress = (text: string): number =>
  text.split(/\r\n|[\r\n]/).filter((line) => readLine(line.trim())).length;

/** Addresses, one a line, with or without a title. */
export const linksReader: Reader = {
  formats: ['links'],
  recognise: ({ head }) => {
    if (/^\s*[<{[@]/.test(head) || /^TY {2}- /m.test(head)) return 0;
    const lines = head.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== '');
    const share = linesWithAddress(head) / Math.max(1, lines.length);
    return share > 0.9 ? 0.5 : share > 0.3 ? 0.35 : share > 0 ? 0.1 : 0;
  },
  read: async (source, work) => {
    const { text, encoding } = source.text();
    const lines = text.split(/\r\n|[\r\n]/).map((line, index) => ({ line: line.trim(), row: index + 1 }));
    const filled = lines.filter(({ line }) => line !== '');
    const found: Found[] = [];
    const problems: Reading['problems'][number][] = [];
    let section: string | null = null;
    for (const { line, row } of filled) {
      const record = readLine(line);
      if (record) found.push({ ...record, section });
      else if (/^#{1,6} \S|^[^:]{1,100}:$/.test(line)) section = toTitle(line.replaceAll(/^#+ |:$/g, ''));
      else problems.push({ row, title: '', reason: 'line-outside', values: { value: line.slice(0, 80) } });
    }
    if (found.length === 0) throw refusal('file-format', 'import-no-links');
    const made = await gather(found, (one) => one, work);
    return {
      format: 'links',
      title: null,
      topics: [],
      candidates: made.candidates,
      problems: [...problems, ...made.problems],
      about: { encoding },
      questions: [],
    };
  },
};
