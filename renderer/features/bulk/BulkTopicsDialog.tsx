import { useState } from 'react';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { checkDate, checkLanguage } from '#renderer/features/resources/field-checks.ts';
import { withDescendants } from '#renderer/features/topics/topic-tree.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { TopicNode } from '#shared/contract/views.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { topicStatusSchema, type TopicStatus } from '#shared/model/topic.ts';
import styles from './Bulk.module.css';
import { callBulk } from './call-bulk.ts';

type BulkTopicsDialogProps = { readonly topicId: TopicId | null; readonly onClose: () => void };

type Draft = {
  readonly status: TopicStatus | null;
  readonly language: string;
  readonly owner: string;
  readonly reviewBy: string;
};

const nothing: Draft = { status: null, language: '', owner: '', reviewBy: '' };
const asIs = 'as-is';
const noTopics: readonly TopicNode[] = [];

const toEdit = ({ status, ...texts }: Draft) => ({
  ...(status === null ? {} : { status }),
  ...Object.fromEntries(
    Object.entries(texts)
      .map(([field, text]) => [field, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  ),
});

/** Sets the same on many topics: the open one with all inside it, or all. What is left blank stays as it is. */
export const BulkTopicsDialog = ({ topicId, onClose }: BulkTopicsDialogProps) => {
  const t = useT();
  const store = useAppStore();
  const tree = useApp((state) => state.tree ?? noTopics);
  const open = tree.find(({ id }) => id === topicId);
  const inside = topicId && open ? [...withDescendants(tree, topicId)] : [];
  const [which, setWhich] = useState(open ? 'inside' : 'all');
  const [draft, setDraft] = useState(nothing);
  const set = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  const topicIds = which === 'inside' ? inside : tree.map(({ id }) => id);
  const edit = toEdit(draft);
  const count = topicIds.length;
  const problems = {
    language: checkLanguage(t)(draft.language.trim()),
    reviewBy: checkDate(t)(draft.reviewBy.trim()),
  };
  const isReady = Object.keys(edit).length > 0 && !problems.language && !problems.reviewBy && count > 0;

  const run = async () => {
    onClose();
    const report = await callBulk(store, 'bulk.editTopics', { topicIds, edit });
    if (!report) return;
    const text = { key: 'bulk.edited-topics' as const, values: { count: report.changed } };
    if (report.changed > 0) store.getState().notifyUndoable(text);
    else store.getState().notify({ tone: 'info', text });
  };

  return (
    <Dialog
      title={t('bulk.topics-title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" isDisabled={!isReady} onPress={() => void run()}>
            {t('bulk.topics-do', { count })}
          </Button>
        </>
      }
    >
      <Select
        label={t('bulk.topics-which')}
        choices={[
          ...(open
            ? [
                {
                  id: 'inside',
                  label: t('bulk.topics-inside', { title: open.title, count: inside.length - 1 }),
                },
              ]
            : []),
          { id: 'all', label: t('bulk.topics-all', { count: tree.length }) },
        ]}
        value={which}
        onChange={setWhich}
      />
      <div className={styles.fields}>
        <Select
          label={t('topic.status-label')}
          choices={[
            { id: asIs, label: t('bulk.as-is') },
            ...topicStatusSchema.options.map((id) => ({ id: id as string, label: t(`topic.status.${id}`) })),
          ]}
          value={draft.status ?? asIs}
          onChange={(id) => set({ status: topicStatusSchema.safeParse(id).data ?? null })}
        />
        <TextField
          label={t('topic.language')}
          placeholder={t('bulk.as-is')}
          value={draft.language}
          error={problems.language}
          onChange={(language) => set({ language })}
        />
        <TextField
          label={t('topic.owner')}
          placeholder={t('bulk.as-is')}
          value={draft.owner}
          maxLength={200}
          onChange={(owner) => set({ owner })}
        />
        <TextField
          label={t('topic.review-by')}
          placeholder={t('field.date-form')}
          value={draft.reviewBy}
          error={problems.reviewBy}
          onChange={(reviewBy) => set({ reviewBy })}
        />
      </div>
    </Dialog>
  );
};
