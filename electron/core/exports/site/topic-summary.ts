import { summaryText } from '#shared/domain/plain-text.ts';
import type { Publication, PublishedTopic } from '../publication-types.ts';
import { wordsFor } from '../pages/page-words.ts';

/** A sentence about a topic for search results and link previews: its description, else what can be counted. */
export const topicSummary = (
  publication: Publication,
  { topic, language, resourceCount }: PublishedTopic,
): string =>
  summaryText(topic.description, 200) ||
  wordsFor(language).say('topic-description', {
    title: topic.title,
    count: resourceCount,
    by: publication.institution || publication.title,
  });
