import type { HandlersFor } from '#shared/contract/contract.ts';
import type { templateCalls } from '#shared/contract/templates.ts';
import type { CoreContext } from '../context.ts';
import { duplicateTopic } from './duplicate-topic.ts';
import {
  listTemplates,
  removeTemplate,
  templateFromTopic,
  updateTemplate,
  useTemplate,
} from './template-service.ts';

const toNull = () => null;

/** Answers the calls of `shared/contract/templates.ts`. */
export const createTemplateHandlers = (
  needs: Pick<CoreContext, 'datastore' | 'clock' | 'ids'>,
): HandlersFor<keyof typeof templateCalls> => ({
  'templates.list': () => listTemplates(needs),
  'templates.fromTopic': (input) => templateFromTopic(needs, input),
  'templates.update': (input) => updateTemplate(needs, input).then(toNull),
  'templates.remove': (input) => removeTemplate(needs, input).then(toNull),
  'templates.use': (input) => useTemplate(needs, input),
  'topics.duplicate': (input) => duplicateTopic(needs, input),
});
