/** What schema.org data says of the page itself. */
export type PageData = {
  readonly title: string;
  readonly description: string;
  readonly published: string;
  readonly modified: string;
  readonly publisher: string;
  readonly language: string;
  readonly picture: string;
};

type Thing = Readonly<Record<string, unknown>>;

/** How deep lists and graphs are followed. */
const mostDepth = 4;

/** Things a page is about, or is: not its breadcrumbs, its site or whoever publishes it. */
const isWork = (thing: Thing): boolean =>
  [thing['@type']]
    .flat()
    .some((type) =>
      /(?:Article|Posting|Page|Report|Book|Course|Event|Dataset|CreativeWork|VideoObject|PodcastEpisode|Recipe|HowTo|Thesis|LearningResource)$/.test(
        String(type).replace(/.*[/#]/, ''),
      ),
    );

const thingsIn = (value: unknown, depth = 0): Thing[] => {
  if (depth > mostDepth || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => thingsIn(each, depth + 1));
  const thing = value as Thing;
  return [thing, ...thingsIn(thing['@graph'], depth + 1)];
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** A text, or the first named one of several forms that the data may have. */
const textOf = (value: unknown, keys: readonly string[] = []): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return textOf(value[0], keys);
  if (typeof value !== 'object' || value === null) return '';
  const found = keys.find((key) => typeof (value as Thing)[key] === 'string');
  return found === undefined ? '' : String((value as Thing)[found]);
};

/** Reads blocks of linked data (JSON-LD). What is damaged is passed over. */
export const readLinkedData = (blocks: readonly string[]): PageData => {
  const works = blocks.flatMap((block) => thingsIn(parse(block))).filter(isWork);
  // "WebPage" says least: what is on it comes before it.
  const ordered = works.toSorted((a, b) => Number(isPage(a)) - Number(isPage(b)));
  const first = (read: (work: Thing) => string): string =>
    ordered.map(read).find((text) => text.trim() !== '') ?? '';
  return {
    title: first((work) => textOf(work['headline']) || textOf(work['name'])),
    description: first((work) => textOf(work['description'])),
    published: first((work) => textOf(work['datePublished'])),
    modified: first((work) => textOf(work['dateModified'])),
    publisher: first((work) => textOf(work['publisher'], ['name', 'legalName'])),
    language: first((work) => textOf(work['inLanguage'], ['alternateName', 'name'])),
    picture: first((work) => textOf(work['image'], ['url', 'contentUrl', '@id'])),
  };
};

const isPage = (thing: Thing): boolean =>
  [thing['@type']].flat().some((type) => String(type).endsWith('WebPage'));
