import { useEffect, useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Progress } from '#renderer/ui/Progress.tsx';
import type { ImportTarget } from '#shared/contract/imports.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { looksLikeShare } from '#renderer/features/sharing/looks-like-share.ts';
import { ImportChoose } from './ImportChoose.tsx';
import styles from './Imports.module.css';
import { ImportPreviewView } from './ImportPreviewView.tsx';
import { ImportReportView } from './ImportReportView.tsx';
import { firstTarget } from './first-target.ts';
import { useImport } from './use-import.ts';

type ImportDialogProps = {
  /** The topic that is open: an offer, not a decision. */
  readonly topicId: TopicId | null;
  /** Files that were dropped or pasted; empty: the user chooses some here. */
  readonly files: readonly File[];
  readonly onClose: () => void;
};

type Flow = ReturnType<typeof useImport>;

const canStart = ({ preview }: Flow, target: ImportTarget | null): boolean => {
  if (preview === null || target === null) return false;
  const isEmpty = preview.records === 0 && !preview.hasFolders;
  return !isEmpty && (target.into.kind !== 'new' || target.into.title.trim() !== '');
};

const Actions = ({ flow, target }: { readonly flow: Flow; readonly target: ImportTarget | null }) => {
  const t = useT();
  if (flow.isRunning) return <Button onPress={flow.stop}>{t('import.stop')}</Button>;
  if (target === null) return null;
  return (
    <>
      <Button look="quiet" onPress={flow.discard}>
        {t('import.other-files')}
      </Button>
      <Button look="primary" isDisabled={!canStart(flow, target)} onPress={() => flow.commit(target)}>
        {t('import.start')}
      </Button>
    </>
  );
};

/** What went wrong, and how far it is. */
const Standing = ({ flow }: { readonly flow: Flow }) => {
  const t = useT();
  const { error, isRunning, uploaded, job, preview } = flow;
  const share = uploaded ?? (job?.total ? job.done / job.total : null);
  if (isRunning) return <Progress label={t(preview ? 'import.working' : 'import.reading')} share={share} />;
  if (error === null) return null;
  return (
    <p role="alert" className={styles.problem}>
      {errorMessage(t, error)}
    </p>
  );
};

/** Brings things in: choose, look at what was understood, decide where it goes, and read what became of it. */
export const ImportDialog = ({ topicId, files, onClose }: ImportDialogProps) => {
  const t = useT();
  const { announce, openDialog } = useApp(({ announce, openDialog }) => ({ announce, openDialog }));
  const flow = useImport();
  // A share file has a flow of its own: it is merged, not read record by record.
  const read = async (all: readonly File[]) => {
    const [file] = all;
    if (file && all.length === 1 && (await looksLikeShare(file))) openDialog({ kind: 'open-share', file });
    else flow.read(all);
  };
  const { preview, report, isRunning } = flow;
  const [chosen, setChosen] = useState<ImportTarget | null>(null);
  const target = preview ? (chosen ?? firstTarget(preview)) : null;

  useEffect(() => {
    if (files.length > 0) void read(files);
    // Only the files that the dialog was opened with.
    // oxlint-disable-next-line react/exhaustive-deps -- reading again would upload them twice
  }, [files]);
  useEffect(() => {
    if (preview) announce('import.understood', { count: preview.records });
  }, [announce, preview]);

  if (report) return <ImportReportView report={report} onClose={onClose} />;
  return (
    <Dialog
      title={t('import.title')}
      onClose={onClose}
      isWide
      canDismiss={!isRunning}
      actions={<Actions flow={flow} target={target} />}
    >
      <div className={styles.flow}>
        <Standing flow={flow} />
        {preview && target ? (
          <ImportPreviewView
            preview={preview}
            target={target}
            topicId={topicId}
            isDisabled={isRunning}
            onTarget={setChosen}
            onAdjust={flow.adjust}
          />
        ) : null}
        {preview || isRunning ? null : (
          <ImportChoose
            onFiles={(all) => {
              setChosen(null);
              void read(all);
            }}
          />
        )}
      </div>
    </Dialog>
  );
};
