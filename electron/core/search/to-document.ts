import type { Reader } from '#core/datastore/datastore.ts';
import { checkCredit } from '#shared/domain/credits/check-credit.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { foldText } from '#shared/domain/fold.ts';
import { dayNumber } from '#shared/domain/search/parse-date-range.ts';
import { keywordOf } from '#shared/domain/search/tokens.ts';
import type { Image } from '#shared/model/image.ts';
import type { Resource } from '#shared/model/resource.ts';
import type { Topic } from '#shared/model/topic.ts';
import { keywordTerm, type SearchDocument } from './engine/document.ts';
import { contextOf, textsOf, type ResourceContext } from './resource-texts.ts';

/** As much of a text as decides its place in a sorted list. */
const sortLength = 80;

const licenseKeywords = (image: Image | null): string[] => {
  const id = image?.credit.licenseId ?? null;
  if (id === null) return [];
  // `cc-by-nc-nd-2.0` is found by its whole id, as `cc-by-nc-nd`, `by-nc-nd`, and by each of its elements.
  const family = id.replace(/-\d.*$/, '');
  return [id, family, family.replace(/^cc-/, ''), ...family.split('-'), licenseById(id)?.group ?? ''].map(
    keywordOf,
  );
};

/** By the measure of the rights report: what is kept about a picture counts, print asks for most, and sold is sold. */
const isCreditDue = (reader: Reader, topics: readonly Topic[], image: Image): boolean => {
  const hasEvidence = reader.evidenceOfImage(image.id).size > 0;
  const library = reader.tables.library['library']?.commercialUse ?? null;
  const answers = topics.length === 0 ? [library] : topics.map((topic) => topic.commercialUse ?? library);
  const commercialUse = answers.includes(true) || (answers.includes(null) ? null : false);
  const options = commercialUse === null ? { hasEvidence } : { hasEvidence, commercialUse };
  return checkCredit(image, 'print', options).state !== 'complete';
};

const stateKeywords = (reader: Reader, { topics, image }: ResourceContext): string[] => [
  topics.length === 0 ? 'unplaced' : 'placed',
  ...(image !== null && isCreditDue(reader, topics, image) ? ['credit-due'] : []),
];

/** What a resource may have, and whether it does. */
const presence: readonly (readonly [keyword: string, isThere: (resource: Resource) => boolean])[] = (
  [
    ['summary', ({ summary }) => summary.trim() !== ''],
    ['picture', ({ imageId }) => imageId !== null],
    ['url', ({ url }) => url !== null],
    ['creator', ({ creators }) => creators.length > 0],
    ['publisher', ({ publisher }) => publisher !== null],
    ['subject', ({ subjects }) => subjects.length > 0],
    ['language', ({ language }) => language !== null],
    ['date', ({ publishedOn, modifiedOn }) => publishedOn !== null || modifiedOn !== null],
    ['identifier', ({ identifiers }) => identifiers.length > 0],
    ['note', ({ note }) => note !== ''],
    ['quote', ({ quotedFrom }) => quotedFrom !== null],
  ] as const satisfies readonly (readonly [string, (resource: Resource) => boolean])[]
).map(([name, isThere]) => [keywordTerm('has', name), isThere]);

type KeywordOf = (value: string) => string;

/** Most resources are of the same few types and languages. */
const createKeywordOf = (): KeywordOf => {
  const known = new Map<string, string>();
  return (value) => {
    const keyword = known.get(value) ?? keywordOf(value);
    known.set(value, keyword);
    return keyword;
  };
};

const keywordsOf = (
  { reader, keyword }: { readonly reader: Reader; readonly keyword: KeywordOf },
  resource: Resource,
  context: ResourceContext,
): string[] => {
  const { typeId, language } = resource;
  const terms: string[] = [];
  const add = (field: string, value: string): void => {
    const term = keywordTerm(field, value);
    if (value !== '' && !terms.includes(term)) terms.push(term);
  };
  add('type', keyword(typeId));
  add('type', keyword(context.typeName));
  add('type-id', typeId);
  for (const value of licenseKeywords(context.image)) add('license', value);
  if (language !== null) {
    // `language:en` finds `en-GB`, too.
    add('language', keyword(language));
    add('language', keyword(language.split('-')[0] ?? ''));
  }
  for (const { status } of context.topics) add('status', status);
  for (const { id } of context.topics) add('topic-id', id);
  for (const value of stateKeywords(reader, context)) add('is', value);
  for (const [term, isThere] of presence) if (isThere(resource)) terms.push(term);
  return terms;
};

const earliestReview = (topics: readonly Topic[]): number => {
  const days = topics.map(({ reviewBy }) => dayNumber(reviewBy)).filter((day) => day > 0);
  return days.length === 0 ? 0 : Math.min(...days);
};

const localDay = (date: Date): number =>
  date.getFullYear() * 10_000 + (date.getMonth() + 1) * 100 + date.getDate();

const sortText = (text: string): string => foldText(text.slice(0, sortLength));

const toDocument = (
  needs: { readonly reader: Reader; readonly keyword: KeywordOf },
  resource: Resource,
): SearchDocument => {
  const { reader } = needs;
  const context = contextOf(reader, resource);
  const { createdAt, updatedAt } = resource;
  const changed = new Date(updatedAt);
  return {
    id: resource.id,
    texts: textsOf(reader, resource, context),
    keywords: keywordsOf(needs, resource, context),
    dates: [
      dayNumber(resource.publishedOn),
      dayNumber(resource.addedOn),
      dayNumber(resource.modifiedOn),
      dayNumber(resource.checkedOn),
      localDay(changed),
      earliestReview(context.topics),
    ],
    sortTexts: [sortText(resource.title), sortText(context.typeName), sortText(resource.publisher ?? '')],
    addedAt: createdAt === updatedAt ? changed.getTime() : Date.parse(createdAt),
    changedAt: changed.getTime(),
  };
};

/** Makes what the index is told of a resource. For many, one after the other. */
export const createDocumentMaker = (reader: Reader): ((resource: Resource) => SearchDocument) => {
  const needs = { reader, keyword: createKeywordOf() };
  return (resource) => toDocument(needs, resource);
};
