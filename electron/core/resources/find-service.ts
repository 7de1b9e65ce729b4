import type { Reader } from '#core/datastore/datastore.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import { foldedWords, foldText } from '#shared/domain/fold.ts';
import { compareText } from '#shared/domain/ordering.ts';
import type { Resource } from '#shared/model/resource.ts';

const searchedText = ({ title, url, creators, subjects, publisher }: Resource): string =>
  foldText([title, url ?? '', ...creators, ...subjects, publisher ?? ''].join('\n'));

const topicTitles = (reader: Reader, resource: Resource): string[] => {
  const ids = [...reader.placementsOfResource(resource.id)].map(
    (id) => reader.require('placements', id).topicId,
  );
  return [...new Set(ids)]
    .map((id) => reader.require('topics', id).title)
    .toSorted((a, b) => a.localeCompare(b, 'en'));
};

/** Resources that hold every word of `text`, whatever the case and the diacritics; newest first. */
export const findResources = (
  reader: Reader,
  { text, limit, notInTopicId }: ParsedInputOf<'resources.find'>,
): OutputOf<'resources.find'> => {
  const words = foldedWords(text);
  const inTopic = new Set(
    notInTopicId === null
      ? []
      : [...reader.placementsInTopic(notInTopicId)].map((id) => reader.require('placements', id).resourceId),
  );
  const found = Object.values(reader.tables.resources).filter((resource) => {
    if (inTopic.has(resource.id)) return false;
    const searched = words.length === 0 ? '' : searchedText(resource);
    return words.every((word) => searched.includes(word));
  });
  const newestFirst = found.toSorted(
    (a, b) => compareText(b.createdAt, a.createdAt) || compareText(b.id, a.id),
  );
  return {
    total: found.length,
    items: newestFirst.slice(0, limit).map((resource) => ({
      resourceId: resource.id,
      title: resource.title,
      url: resource.url,
      typeId: resource.typeId,
      topicTitles: topicTitles(reader, resource),
    })),
  };
};
