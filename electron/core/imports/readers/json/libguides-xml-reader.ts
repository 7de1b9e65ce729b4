import { refusal } from '#core/refusal.ts';
import { toTitle } from '../../folder-path.ts';
import type { CandidateTopic, ImportSource, Reader } from '../../reader.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import { addText, emptyFound, keepOther, type Found } from '../found.ts';
import { gather } from '../gather.ts';
import { htmlToLine, htmlToMarkdown } from '../html/html-to-markdown.ts';
import { readPage } from '../html/read-page.ts';
import { childrenOf, childText, findAll, parseLooseXml, type LooseElement } from '../loose-xml.ts';
import { chooseItems } from './private-items.ts';

const titleOf = (element: LooseElement, fallback: string): string =>
  toTitle(htmlToLine(childText(element, 'NAME', 'TITLE'))) || fallback;

const readRecord = (record: LooseElement): Found => {
  const found = emptyFound();
  found.title = htmlToLine(childText(record, 'TITLE', 'NAME'));
  const url = childText(record, 'URL');
  if (url !== '') found.addresses.push({ name: 'URL', text: url });
  found.summary = htmlToMarkdown(childText(record, 'DESCRIPTION', 'DESCRIPTION_SHORT'));
  addText(found.creators, htmlToLine(childText(record, 'AUTHOR')));
  if (record.name === 'BOOK') found.typeId = 'book' as Found['typeId'];
  if (record.name === 'FILE') found.typeId = 'document' as Found['typeId'];
  const cover = toWebAddress(childText(record, 'COVER_ART'));
  if (cover !== null) found.picture = { file: null, url: cover, alt: '', credit: {} };
  for (const name of ['CALL_NUMBER', 'FILE_ID', 'LINK_ID']) keepOther(found, name, childText(record, name));
  return found;
};

/** What stands in a box: its links, books and files, its feed, and the links within its text. */
const readBox = (box: LooseElement): Found[] => {
  const records = ['LINK', 'BOOK', 'FILE'].flatMap((name) => findAll(box, name)).map(readRecord);
  const feeds = findAll(box, 'RSS_FEED').map((feed) => ({ ...readRecord(feed), title: titleOf(box, '') }));
  return [...records, ...feeds, ...readPage(`<main>${childText(box, 'DESCRIPTION')}</main>`, '').found];
};

/** Each page of a guide is a topic below it, each box a section. */
const readGuide = (guide: LooseElement) => {
  const title = titleOf(guide, 'Guide');
  const topics: CandidateTopic[] = [
    { path: [title], description: htmlToMarkdown(childText(guide, 'DESCRIPTION')) },
  ];
  const found: Found[] = [];
  for (const page of findAll(guide, 'PAGE')) {
    const path = [title, titleOf(page, 'Page')];
    const boxes = findAll(page, 'BOX');
    topics.push({
      path,
      description: htmlToMarkdown(childText(page, 'DESCRIPTION')),
      sections: boxes.map((box) => ({
        title: titleOf(box, 'Resources'),
        description: htmlToMarkdown(childText(box, 'DESCRIPTION')),
      })),
    });
    for (const box of boxes) {
      for (const record of readBox(box)) found.push({ ...record, path, section: titleOf(box, 'Resources') });
    }
  }
  return { topics, found };
};

/** An XML export of LibGuides. */
export const libguidesXmlReader: Reader = {
  formats: ['libguides-xml'],
  recognise: ({ head }: ImportSource) =>
    /<(?:GUIDE|guide)s?[\s>]/i.test(head) && /<GUIDE_ID[\s>]/i.test(head) ? 1 : 0,
  read: async (source, work) => {
    const { text, encoding } = source.text();
    const root = parseLooseXml(
      text.replaceAll(
        /(<\/?)([a-z_]+)(?=[\s/>])/g,
        (_, open: string, name: string) => `${open}${name.toUpperCase()}`,
      ),
    );
    const guides = findAll(root, 'GUIDE').map((item) => ({
      item,
      title: titleOf(item, ''),
      isPublic: /^(?:1|published|)$/i.test(childText(item, 'STATUS')),
    }));
    if (guides.length === 0) throw refusal('file-format', 'import-nothing-inside', { format: 'LibGuides' });
    const { items, questions, leftOut } = chooseItems(guides, work.choices);
    const read = items.map(readGuide);
    const made = await gather(
      read.flatMap(({ found }) => found),
      (one) => one,
      work,
    );
    const site = findAll(root, 'SITE')[0];
    const title = site && childrenOf(site).length > 0 ? titleOf(site, '') : '';
    return {
      format: 'libguides-xml',
      title: title === '' ? null : title,
      topics: read.flatMap(({ topics }) => topics),
      candidates: made.candidates,
      problems: [...made.problems, ...leftOut],
      about: { encoding },
      questions,
    };
  },
};
