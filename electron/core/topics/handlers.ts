import type { CoreContext } from '#core/context.ts';
import type { HandlersFor } from '#shared/contract/contract.ts';
import type { topicCalls } from '#shared/contract/topics.ts';
import { readBoard } from './board-service.ts';
import { readEntries } from './entry-service.ts';
import { addPlacement, movePlacement, removePlacement, updatePlacement } from './placement-service.ts';
import { removeSection, removeTopic } from './removal-service.ts';
import { addSection, moveSection, updateSection } from './section-service.ts';
import { createTopic, moveTopic, updateTopic } from './topic-service.ts';
import { readTree } from './tree-service.ts';

/** Answers the calls of `shared/contract/topics.ts`. */
export const createTopicHandlers = (
  needs: Pick<CoreContext, 'datastore' | 'clock' | 'ids'>,
): HandlersFor<keyof typeof topicCalls> => ({
  'topics.tree': () => readTree(needs.datastore),
  'topics.board': ({ topicId }) => readBoard(needs.datastore, topicId),
  'topics.entries': ({ placementIds }) => readEntries(needs.datastore, placementIds),
  'topics.create': (input) => createTopic(needs, input),
  'topics.update': (input) => updateTopic(needs, input).then(toNull),
  'topics.move': (input) => moveTopic(needs, input).then(toNull),
  'topics.remove': (input) => removeTopic(needs, input).then(toNull),

  'sections.add': (input) => addSection(needs, input),
  'sections.update': (input) => updateSection(needs, input).then(toNull),
  'sections.move': (input) => moveSection(needs, input).then(toNull),
  'sections.remove': (input) => removeSection(needs, input).then(toNull),

  'placements.add': (input) => addPlacement(needs, input),
  'placements.move': (input) => movePlacement(needs, input).then(toNull),
  'placements.update': (input) => updatePlacement(needs, input).then(toNull),
  'placements.remove': (input) => removePlacement(needs, input).then(toNull),
});

const toNull = () => null;
