type Node = { readonly '@id'?: string; readonly '@type'?: string; readonly [name: string]: unknown };

const works =
  'AudioObject Book Course CreativeWork Dataset DigitalDocument LearningResource NewsArticle Report VideoObject WebPage';

const described = 'name description inLanguage dateModified';
const workProperties = `${described} url creator publisher datePublished keywords identifier audience conditionsOfAccess copyrightNotice additionalType image`;

/** Properties of schema.org that each type may have; the first is required. */
const known: Readonly<Record<string, readonly string[]>> = {
  Collection: `${described} isPartOf image license hasPart`.split(' '),
  ImageObject: 'encodingFormat name description creator license creditText copyrightNotice isBasedOn'.split(
    ' ',
  ),
  Event: 'name description inLanguage url keywords identifier audience additionalType image'.split(' '),
  ...Object.fromEntries(works.split(' ').map((type) => [type, workProperties.split(' ')])),
};

const publication = 'name publisher inLanguage license hasPart'.split(' ');

/** The name in Dublin Core that says the same, where there is one. */
const twins: Readonly<Record<string, string>> = {
  name: 'title',
  description: 'description',
  creator: 'creator',
  publisher: 'publisher',
  license: 'license',
  keywords: 'subject',
  inLanguage: 'language',
};

const referencesIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { '@id': id, ...rest } = value as Node;
  return [...(typeof id === 'string' ? [id] : []), ...Object.values(rest).flatMap(referencesIn)];
};

const isOutside = (id: string): boolean => /^https?:/.test(id);

const faultsOf = (node: Node, ids: ReadonlySet<unknown>): readonly string[] => {
  const { '@id': id = 'nobody', '@type': type = 'nothing', ...rest } = node;
  const allowed = id === '#publication' ? publication : (known[type] ?? []);
  const names = Object.keys(rest).filter((name) => !name.startsWith('dcterms:'));
  const wrong = names
    .filter((name) => !allowed.includes(name))
    .map((name) => `${id}: ${name} is no property of ${type}`);
  const [required = '@type'] = allowed;
  const missing = required in node ? [] : [`${id}: ${required} is missing`];
  const twinless = Object.entries(twins)
    .filter(([name, twin]) => name in rest && !isSame(rest[name], rest[`dcterms:${twin}`]))
    .map(([name, twin]) => `${id}: ${name} is not the same as dcterms:${twin}`);
  const lost = Object.entries(rest).flatMap(([name, value]) =>
    referencesIn(value)
      .filter((target) => !ids.has(target) && !isOutside(target))
      .map((target) => `${id}: ${name} refers to ${target}, which is not there`),
  );
  return [...wrong, ...missing, ...twinless, ...lost];
};

const isSame = (first: unknown, second: unknown): boolean => JSON.stringify(first) === JSON.stringify(second);

/** What is wrong with the graph of a JSON-LD export: types, properties, twins in Dublin Core, references. */
export const faultsInGraph = (graph: readonly Node[]): readonly string[] => {
  const ids = new Set(graph.map((node) => node['@id']));
  const twice = graph.length === ids.size ? [] : ['an id stands twice'];
  return [...twice, ...graph.flatMap((node) => faultsOf(node, ids))];
};
