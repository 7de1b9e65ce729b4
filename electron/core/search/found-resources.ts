import type { Reader } from '#core/datastore/datastore.ts';
import type { FoundResource } from '#shared/contract/search.ts';
import { markdownToText } from '#shared/domain/plain-text.ts';
import type { Resource } from '#shared/model/resource.ts';
import { cutSnippet, type Highlighter } from './highlight.ts';
import { contextOf, textOf } from './resource-texts.ts';

/** Looked through, in this order, when neither title nor summary show why a resource was found. */
const otherFields = ['creator', 'subject', 'publisher', 'topic', 'url', 'credit'] as const;

/** Of a longer summary only the beginning is searched for a snippet, so that a page of results is quick. */
const searchedLength = 4_000;

const plainSummary = (reader: Reader, resource: Resource): string => {
  const text = textOf(reader, resource, 'summary').slice(0, searchedLength);
  return text === '' ? '' : markdownToText(text);
};

const elsewhereOf = (
  reader: Reader,
  resource: Resource,
  highlight: Highlighter,
): FoundResource['elsewhere'] => {
  for (const field of otherFields) {
    for (const text of textOf(reader, resource, field).split('\n')) {
      const ranges = highlight(text, field);
      if (ranges.length > 0) return { field, ...cutSnippet(text, ranges) };
    }
  }
  return null;
};

/** What the list of results shows of a resource. */
export const toFound = (reader: Reader, resource: Resource, highlight: Highlighter): FoundResource => {
  const titleRanges = highlight(resource.title, 'title');
  const summary = plainSummary(reader, resource);
  const snippet = summary === '' ? null : cutSnippet(summary, highlight(summary, 'summary'));
  const isShown = titleRanges.length > 0 || (snippet?.ranges.length ?? 0) > 0;
  return {
    resourceId: resource.id,
    title: resource.title,
    url: resource.url,
    typeId: resource.typeId,
    creators: resource.creators,
    publisher: resource.publisher,
    language: resource.language,
    subjects: resource.subjects,
    publishedOn: resource.publishedOn,
    addedOn: resource.addedOn,
    modifiedOn: resource.modifiedOn,
    checkedOn: resource.checkedOn,
    updatedAt: resource.updatedAt,
    titleRanges,
    snippet,
    elsewhere: isShown ? null : elsewhereOf(reader, resource, highlight),
    topics: contextOf(reader, resource).topics.map(({ id, title }) => ({ topicId: id, title })),
  };
};
