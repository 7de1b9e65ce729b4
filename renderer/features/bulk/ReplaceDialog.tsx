import { useEffect, useState } from 'react';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { BulkReplace, BulkTarget } from '#shared/contract/bulk.ts';
import styles from './Bulk.module.css';
import { callBulk } from './call-bulk.ts';
import { ReplacePreview } from './ReplacePreview.tsx';
import { Tick } from './Tick.tsx';

type ReplaceDialogProps = {
  /** What was chosen; null: nothing, so that it is about the topic or the library. */
  readonly target: BulkTarget | null;
  readonly onClose: () => void;
};

/** Typing pauses this long before a preview is made, in milliseconds. */
const pause = 250;

const usePaused = <Value,>(value: Value): Value => {
  const [paused, setPaused] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(JSON.parse(key) as Value), pause);
    return () => clearTimeout(timer);
  }, [key]);
  return paused;
};

const useTargets = (chosen: BulkTarget | null) => {
  const t = useT();
  const { topicId, topicTitle } = useApp(({ topicId, board }) => ({
    topicId,
    topicTitle: board?.topic.title ?? '',
  }));
  const targets: readonly { id: string; label: string; target: BulkTarget }[] = [
    ...(chosen ? [{ id: 'chosen', label: t('bulk.in-chosen'), target: chosen }] : []),
    ...(topicId
      ? [
          {
            id: 'topic',
            label: t('bulk.in-topic', { title: topicTitle }),
            target: { kind: 'topic' as const, topicId },
          },
        ]
      : []),
    { id: 'library', label: t('bulk.in-library'), target: { kind: 'library' as const } },
  ];
  const [id, setId] = useState(targets[0]?.id ?? 'library');
  return { targets, id, setId, target: targets.find((each) => each.id === id)?.target ?? null };
};

/** Finds text in summaries or titles and replaces it, after showing what would become of it. */
export const ReplaceDialog = ({ target: chosen, onClose }: ReplaceDialogProps) => {
  const t = useT();
  const store = useAppStore();
  const { targets, id, setId, target } = useTargets(chosen);
  const [replace, setReplace] = useState<BulkReplace>({
    find: '',
    replaceWith: '',
    matchCase: false,
    wholeWords: false,
    fields: ['summary'],
  });
  const set = (patch: Partial<BulkReplace>) => setReplace({ ...replace, ...patch });
  const asked = usePaused(replace.find === '' || !target ? null : { target, replace });
  const preview = useQuery('bulk.previewReplace', asked, ['resources', 'placements']);
  const isPresent = asked !== null && JSON.stringify(asked.replace) === JSON.stringify(replace);
  const count = preview.data?.resources ?? 0;

  const run = async () => {
    if (!target || count === 0) return;
    onClose();
    const report = await callBulk(store, 'bulk.replace', { target, replace });
    if (report) store.getState().notifyUndoable({ key: 'bulk.replaced', values: { count: report.changed } });
  };

  return (
    <Dialog
      isWide
      title={t('bulk.replace-title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" isDisabled={!isPresent || count === 0} onPress={() => void run()}>
            {t('bulk.replace-do', { count })}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <TextField
          autoFocus
          label={t('bulk.find')}
          value={replace.find}
          onChange={(find) => set({ find })}
          maxLength={500}
        />
        <TextField
          label={t('bulk.replace-with')}
          value={replace.replaceWith}
          onChange={(replaceWith) => set({ replaceWith })}
          maxLength={10_000}
        />
        <Select
          label={t('bulk.in')}
          choices={targets.map((each) => ({ id: each.id, label: each.label }))}
          value={id}
          onChange={setId}
        />
        <Select
          label={t('bulk.fields')}
          choices={[
            { id: 'summary', label: t('bulk.field.summary') },
            { id: 'title', label: t('bulk.field.title') },
            { id: 'both', label: t('bulk.field.both') },
          ]}
          value={replace.fields.length > 1 ? 'both' : (replace.fields[0] ?? 'summary')}
          onChange={(which) =>
            set({
              fields: which === 'both' ? ['title', 'summary'] : [which === 'title' ? 'title' : 'summary'],
            })
          }
        />
      </div>
      <div className={styles.ticks}>
        <Tick
          label={t('bulk.match-case')}
          isOn={replace.matchCase}
          onChange={(matchCase) => set({ matchCase })}
        />
        <Tick
          label={t('bulk.whole-words')}
          isOn={replace.wholeWords}
          onChange={(wholeWords) => set({ wholeWords })}
        />
      </div>
      <ReplacePreview preview={asked ? preview.data : null} />
    </Dialog>
  );
};
