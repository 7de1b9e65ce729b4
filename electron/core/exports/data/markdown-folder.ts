import { pictureNoun } from '#shared/domain/credits/picture-noun.ts';
import { renderCredit } from '#shared/domain/credits/credit-line.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { toMarkdown } from '#shared/domain/credits/credit-output.ts';
import type { Image } from '#shared/model/image.ts';
import { textFile, type ExportFile } from '../exporter.ts';
import type { Publication, PublishedEntry, PublishedSection, PublishedTopic } from '../publication-types.ts';
import { relativePath, safeAddress } from '../site/links.ts';
import { derivativePath, sharedDerivative } from '../site/pictures.ts';
import { dateNames, typeName } from '../site/words.ts';
import { cleanText } from '../text/html.ts';
import { sectionsOnce } from './entries.ts';
import { pictureRights } from './picture-rights.ts';

const escaped = (text: string): string =>
  cleanText(text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_[\]<>#|~&!]/g, (sign) => `\\${sign}`);

const link = (title: string, address: string | null): string =>
  address === null
    ? escaped(title)
    : `[${escaped(title)}](<${address.replaceAll(/[<>\\]/g, (sign) => encodeURIComponent(sign))}>)`;

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : `  ${line}`))
    .join('\n');

const picturePath = (image: Image): string => derivativePath(sharedDerivative(image));

const picture = (from: string, image: Image): string => {
  const { alt } = pictureRights(image);
  const credit = renderCredit(image.credit, {
    medium: 'screen',
    kind: pictureNoun(image),
    alterations: [],
  });
  return `![${escaped(alt)}](${relativePath(from, picturePath(image))})\n\n*${toMarkdown(credit.parts)}*`;
};

const facts = ({ resource, type }: PublishedEntry): string =>
  [
    typeName(type),
    ...resource.creators,
    resource.publisher,
    resource.publishedOn && `${dateNames.publishedOn} ${resource.publishedOn}`,
    resource.modifiedOn && `${dateNames.modifiedOn} ${resource.modifiedOn}`,
    resource.accessNote,
  ]
    .filter((fact) => fact !== null && fact !== '')
    .map((fact) => escaped(String(fact)))
    .join(' · ');

/** Somebody else's words are a block quotation with its source below. */
const summaryMarkdown = ({ summary, quotedFrom }: PublishedEntry): string => {
  const text = cleanText(summary).trim();
  if (quotedFrom === null || text === '') return text;
  const source = `— ${link(quotedFrom.source, safeAddress(quotedFrom.url))}`;
  return [...text.split('\n'), '', source].map((line) => `> ${line}`.trimEnd()).join('\n');
};

const entryText = (from: string, entry: PublishedEntry): string => {
  const parts = [
    facts(entry),
    summaryMarkdown(entry),
    entry.image === null ? '' : picture(from, entry.image),
  ];
  const below = parts.filter((part) => part !== '').map((part) => indented(part));
  return [`- ${link(entry.resource.title, safeAddress(entry.resource.url))}`, ...below].join('\n\n');
};

const sectionText = (from: string, { title, description, entries, more }: PublishedSection): string =>
  [
    `## ${escaped(title)}`,
    cleanText(description).trim(),
    ...[...entries, ...more].map((entry) => entryText(from, entry)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

/** Front matter: YAML, whose quoted strings are those of JSON. */
const frontMatter = (values: Readonly<Record<string, string | number | null>>): string =>
  `---\n${Object.entries(values)
    .filter(([, value]) => value !== null && value !== '')
    .map(
      ([name, value]) => `${name}: ${JSON.stringify(typeof value === 'string' ? cleanText(value) : value)}\n`,
    )
    .join('')}---`;

const heroValues = (from: string, image: Image | null) => {
  if (image === null) return {};
  const rights = pictureRights(image);
  return {
    image: relativePath(from, picturePath(image)),
    image_alt: rights.alt,
    image_credit: rights.credit,
    image_license: rights.licenseAddress ?? rights.license,
  };
};

const pathOf = ({ topic }: Pick<PublishedTopic, 'topic'>): string => `topics/${topic.slug}.md`;

const topicText = (published: PublishedTopic, weight: number): string => {
  const { topic, language, hero, path, updatedAt, textLicenseId } = published;
  const from = pathOf(published);
  const license = licenseById(textLicenseId);
  const head = frontMatter({
    title: topic.title,
    slug: topic.slug,
    parent: path.at(-1)?.slug ?? null,
    weight,
    language,
    lastmod: updatedAt.slice(0, 10),
    license: license === null ? null : (license.address ?? license.name),
    ...heroValues(from, hero?.image ?? null),
  });
  const parts = [
    head,
    hero === null ? '' : picture(from, hero.image),
    cleanText(topic.description).trim(),
    ...sectionsOnce(published)
      .filter(({ entries }) => entries.length > 0)
      .map((section) => sectionText(from, section)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
};

const pictures = ({ images }: Publication): readonly ExportFile[] =>
  [...images.values()].map(({ image }) => ({
    path: picturePath(image),
    kind: 'derivative',
    derivative: sharedDerivative(image),
  }));

/** One Markdown file for each topic, with front matter as Hugo, Jekyll and Obsidian read it, and its pictures beside. */
export const markdownFiles = (publication: Publication): readonly ExportFile[] => [
  ...publication.topics.map((topic, index) => textFile(pathOf(topic), () => topicText(topic, index + 1))),
  ...pictures(publication),
];
