import { tidy } from './pasted-text.ts';

/** A field of a page's list of facts, such as `Artist: …` on a museum's page or `Author` on Wikimedia Commons. */
export type LabelledField =
  'title' | 'creator' | 'source' | 'license' | 'creditLine' | 'copyrightNotice' | 'changes';

const labels: Readonly<Record<string, LabelledField>> = {
  title: 'title',
  name: 'title',
  'object name': 'title',
  creator: 'creator',
  artist: 'creator',
  author: 'creator',
  maker: 'creator',
  photographer: 'creator',
  'created by': 'creator',
  'photo by': 'creator',
  source: 'source',
  'source url': 'source',
  url: 'source',
  link: 'source',
  permalink: 'source',
  license: 'license',
  licence: 'license',
  licensing: 'license',
  rights: 'license',
  'rights statement': 'license',
  'usage terms': 'license',
  'usage rights': 'license',
  'copyright status': 'license',
  permission: 'license',
  credit: 'creditLine',
  'credit line': 'creditLine',
  creditline: 'creditLine',
  'required credit': 'creditLine',
  copyright: 'copyrightNotice',
  'copyright notice': 'copyrightNotice',
  changes: 'changes',
  modifications: 'changes',
};

const withColon = /^([A-Za-z][A-Za-z ]{2,24}?)\s*(?::|\t)\s*(.+)$/;

/** The labelled facts of a pasted list: `Label: value` or a label on one line with its value on the next. First one wins. */
export const readLabels = (text: string): ReadonlyMap<LabelledField, string> => {
  const found = new Map<LabelledField, string>();
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const put = (label: string, value: string): boolean => {
    const field = labels[label.toLowerCase().trim()];
    if (field === undefined || tidy(value) === '') return false;
    if (!found.has(field))
      found.set(field, field === 'copyrightNotice' || field === 'creditLine' ? value.trim() : tidy(value));
    return true;
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const pair = withColon.exec(line);
    if (pair !== null && put(pair[1] ?? '', pair[2] ?? '')) continue;
    const next = lines[at + 1];
    const isLabel = next !== undefined && labels[line.replace(/:$/, '').toLowerCase()] !== undefined;
    if (
      isLabel &&
      labels[next.replace(/:$/, '').toLowerCase()] === undefined &&
      put(line.replace(/:$/, ''), next)
    )
      at += 1;
  }
  return found;
};
