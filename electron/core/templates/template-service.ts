import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import { sectionIdSchema, templateIdSchema, type TopicId } from '#shared/model/ids.ts';
import type { RecordOf } from '#shared/model/library.ts';
import type { Section } from '#shared/model/topic.ts';
import { changeLabel } from '../change-label.ts';
import type { CoreContext } from '../context.ts';
import { deleteOp, editOps, putOp } from '../datastore/ops.ts';
import { newTopicOps } from '../topics/topic-service.ts';

type Template = RecordOf<'templates'>;
type Needs = Pick<CoreContext, 'datastore' | 'clock' | 'ids'>;

const toTemplateSection = ({ id: _id, ...section }: Section): Template['sections'][number] => section;

/** The library's own templates, by title. */
export const listTemplates = ({ datastore }: Needs): Template[] =>
  Object.values(datastore.tables.templates).toSorted(
    (a, b) => a.title.localeCompare(b.title) || a.id.localeCompare(b.id),
  );

/** Keeps what is general about a topic as a template. */
export const templateFromTopic = async (
  { datastore, ids }: Needs,
  { topicId, title }: ParsedInputOf<'templates.fromTopic'>,
): Promise<OutputOf<'templates.fromTopic'>> => {
  const templateId = templateIdSchema.parse(ids.next());
  await datastore.commit(changeLabel('template.create', { title }), (reader) => {
    const { description, sections, theme, language } = reader.require('topics', topicId);
    return [
      putOp('templates', {
        id: templateId,
        title,
        description,
        sections: sections.map(toTemplateSection),
        theme,
        language,
      }),
    ];
  });
  return { templateId };
};

export const updateTemplate = async (
  { datastore }: Needs,
  { templateId, patch }: ParsedInputOf<'templates.update'>,
): Promise<void> => {
  const { title } = datastore.require('templates', templateId);
  await datastore.commit(changeLabel('template.update', { title }), (reader) =>
    editOps('templates', reader.require('templates', templateId), patch),
  );
};

export const removeTemplate = async (
  { datastore }: Needs,
  { templateId }: ParsedInputOf<'templates.remove'>,
): Promise<void> => {
  const { title } = datastore.require('templates', templateId);
  await datastore.commit(changeLabel('template.remove', { title }), (reader) => [
    deleteOp('templates', reader.require('templates', templateId)),
  ]);
};

/** Makes a topic that begins as a template says, kept or given. */
export const useTemplate = async (
  needs: Needs,
  { from, title, parentId }: ParsedInputOf<'templates.use'>,
): Promise<{ topicId: TopicId }> => {
  const { datastore, ids } = needs;
  const template = from.kind === 'template' ? datastore.require('templates', from.templateId) : from;
  const sections = template.sections.map((section): Section => ({
    ...section,
    id: sectionIdSchema.parse(ids.next()),
  }));
  let made: TopicId | null = null;
  await datastore.commit(changeLabel('topic.create', { title }), (reader) => {
    const { topic, ops } = newTopicOps(reader, needs, { title, parentId, sections });
    made = topic.id;
    const { description, theme, language } = template;
    return ops.map((op) =>
      op.op === 'put' && op.id === topic.id
        ? putOp('topics', { ...topic, description, theme, language })
        : op,
    );
  });
  if (made === null) throw new Error('a topic that was made has an id');
  return { topicId: made };
};
