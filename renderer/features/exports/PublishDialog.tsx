import { useState } from 'react';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Progress } from '#renderer/ui/Progress.tsx';
import type { TopicId } from '#shared/model/ids.ts';
import { ProblemList } from './ProblemList.tsx';
import { PublishActions } from './PublishActions.tsx';
import { PublishResult } from './PublishResult.tsx';
import styles from './PublishDialog.module.css';
import { usePublish } from './use-publish.ts';

type PublishDialogProps = { readonly topicIds: readonly TopicId[] | null; readonly onClose: () => void };

const useChoices = (given: readonly TopicId[] | null) => {
  const { tree, topic } = useApp(({ tree, board }) => ({ tree, topic: board?.topic ?? null }));
  const readyCount = (tree ?? []).filter(({ status }) => status === 'published').length;
  const [scope, setScope] = useState<'topic' | 'all'>(topic && (given || readyCount === 0) ? 'topic' : 'all');
  const topicIds = scope === 'topic' && topic ? [topic.id] : null;
  return { topic, readyCount, scope, setScope, topicIds };
};

/** Hands the boards over: which ones, what is still to mend, where to, and what became of it. */
export const PublishDialog = ({ topicIds: given, onClose }: PublishDialogProps) => {
  const t = useT();
  const { topic, readyCount, scope, setScope, topicIds } = useChoices(given);
  const canPublish = topicIds !== null || readyCount > 0;
  const { data: problems } = useQuery('exports.check', canPublish ? { topicIds } : null, [
    'topics',
    'images',
    'placements',
    'resources',
  ]);
  const { job, report, start, cancel } = usePublish(topicIds);
  const isRunning = job?.state === 'running';
  const isBlocked = (problems ?? []).some(({ kind }) => kind === 'license-undecided');
  return (
    <Dialog
      title={t('publish.title')}
      onClose={onClose}
      canDismiss={!isRunning}
      actions={
        <PublishActions
          isRunning={isRunning}
          isDone={report !== null}
          isDisabled={!canPublish || isBlocked}
          onStart={start}
          onCancel={cancel}
          onClose={onClose}
        />
      }
    >
      {report ? (
        <PublishResult report={report} />
      ) : (
        <>
          <RadioGroup
            value={scope}
            onChange={(value) => setScope(value as 'topic' | 'all')}
            isDisabled={isRunning}
            aria-label={t('publish.what')}
            className={cx(styles.scopes)}
          >
            {topic ? (
              <RadioField value="topic">
                <RadioButton className={cx(styles.scope)}>
                  {t('publish.this-topic', { title: topic.title })}
                </RadioButton>
              </RadioField>
            ) : null}
            <RadioField value="all" isDisabled={readyCount === 0}>
              <RadioButton className={cx(styles.scope)}>
                {t('publish.all', { count: readyCount })}
              </RadioButton>
            </RadioField>
          </RadioGroup>
          <ProblemList problems={problems ?? []} />
          {isRunning ? (
            <Progress label={t('publish.running')} share={job.total ? job.done / job.total : null} />
          ) : null}
        </>
      )}
    </Dialog>
  );
};
