import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Progress } from '#renderer/ui/Progress.tsx';
import type { ExportFormat, ExportOptions } from '#shared/contract/export-formats.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { CopyFragment } from './CopyFragment.tsx';
import { FormatOptions } from './FormatOptions.tsx';
import { FormatPicker } from './FormatPicker.tsx';
import { PublishActions } from './PublishActions.tsx';
import { PublishResult } from './PublishResult.tsx';
import { Readiness } from './Readiness.tsx';
import { ScopeChoice, type Scope } from './ScopeChoice.tsx';
import { useGate } from './use-gate.ts';
import { usePublish } from './use-publish.ts';

type PublishDialogProps = {
  readonly topicIds: readonly TopicId[] | null;
  /** The format to begin with. */
  readonly format?: ExportFormat | undefined;
  readonly onClose: () => void;
};

const useChoices = (given: readonly TopicId[] | null) => {
  const { tree, topic } = useApp(({ tree, board }) => ({ tree, topic: board?.topic ?? null }));
  const readyCount = (tree ?? []).filter(({ status }) => status === 'published').length;
  // A draft that is open is what its curator means: all that is published would leave it out.
  const isLeftOut = topic !== null && topic.status !== 'published';
  const [scope, setScope] = useState<Scope>(
    topic && (given || isLeftOut || readyCount === 0) ? 'topic' : 'all',
  );
  const topicIds = scope === 'topic' && topic ? [topic.id] : null;
  return { topic, isLeftOut, readyCount, scope, setScope, topicIds };
};

/** Hands the boards over: which ones, what is still to mend, where to, and what became of it. */
export const PublishDialog = ({ topicIds: given, format: first = 'site', onClose }: PublishDialogProps) => {
  const t = useT();
  const { topic, isLeftOut, readyCount, scope, setScope, topicIds } = useChoices(given);
  const canPublish = topicIds !== null || readyCount > 0;
  const [format, setFormat] = useState<ExportFormat>(first);
  const [options, setOptions] = useState<ExportOptions>({});
  const chooseFormat = (next: ExportFormat) => {
    setFormat(next);
    setOptions({});
  };
  const { job, report, start, cancel } = usePublish({ topicIds, format, options });
  const isRunning = job?.state === 'running';
  const asked = canPublish ? topicIds : undefined;
  const gate = useGate(asked, format);
  return (
    <Dialog
      title={t('publish.title')}
      onClose={onClose}
      canDismiss={!isRunning}
      actions={
        <PublishActions
          isRunning={isRunning}
          isDone={report !== null}
          isDisabled={!canPublish || gate.isShut}
          format={format}
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
          <ScopeChoice
            value={scope}
            onChange={setScope}
            topicTitle={topic?.title ?? null}
            isLeftOut={isLeftOut}
            readyCount={readyCount}
            isDisabled={isRunning}
          />
          <FormatPicker value={format} onChange={chooseFormat} isDisabled={isRunning} />
          <FormatOptions format={format} value={options} onChange={setOptions} isDisabled={isRunning} />
          <CopyFragment format={format} topicIds={topicIds} isRunning={isRunning} isShut={gate.isShut} />
          <Readiness topicIds={asked} format={format} gate={gate} onLeave={onClose} />
          {isRunning ? (
            <Progress label={t('publish.running')} share={job.total ? job.done / job.total : null} />
          ) : null}
        </>
      )}
    </Dialog>
  );
};
