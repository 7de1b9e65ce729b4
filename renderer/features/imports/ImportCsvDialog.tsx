import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { chooseFiles } from '#renderer/features/images/choose-files.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Progress } from '#renderer/ui/Progress.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Job } from '#shared/contract/events.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { ImportReportView } from './ImportReportView.tsx';
import styles from './ImportCsvDialog.module.css';
import { useImport } from './use-import.ts';

type ImportCsvDialogProps = {
  /** The topic that is open: an offer, not a decision. */
  readonly topicId: TopicId | null;
  /** A file that was dropped; null: the user chooses one here. */
  readonly file: File | null;
  readonly onClose: () => void;
};

const tableTypes = '.csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values';
const titleOf = (file: File | null): string =>
  file?.name.replace(/\.[^.]+$/, '').replaceAll(/[-_]+/g, ' ') ?? '';

const shareOf = (job: Job | null): number | null => (job?.total ? job.done / job.total : null);

/** Brings a table in: which file, into which topic, how far, and what became of every row. */
export const ImportCsvDialog = ({ topicId, file: given, onClose }: ImportCsvDialogProps) => {
  const t = useT();
  const tree = useApp((state) => state.tree ?? []);
  const current = tree.find(({ id }) => id === topicId);
  const [file, setFile] = useState(given);
  const [into, setInto] = useState<'new' | 'topic'>('new');
  const [title, setTitle] = useState(titleOf(given));
  const { job, report, isUploading, start, cancel } = useImport();
  const isRunning = isUploading || job?.state === 'running';

  const choose = async () => {
    const [chosen] = await chooseFiles(tableTypes, false);
    if (!chosen) return;
    setFile(chosen);
    setTitle(titleOf(chosen));
  };
  const begin = () => {
    if (!file) return;
    start(
      file,
      into === 'topic' && current
        ? { kind: 'topic', topicId: current.id }
        : { kind: 'new', title: title.trim() },
    );
  };

  if (report) return <ImportReportView report={report} onClose={onClose} />;
  return (
    <Dialog
      title={t('import.title')}
      onClose={onClose}
      canDismiss={!isRunning}
      actions={
        isRunning ? (
          <Button onPress={cancel}>{t('import.stop')}</Button>
        ) : (
          <Button
            look="primary"
            isDisabled={!file || (into === 'new' && title.trim() === '')}
            onPress={begin}
          >
            {t('import.start')}
          </Button>
        )
      }
    >
      <div className={styles.fields}>
        <Button onPress={() => void choose()} isDisabled={isRunning} className={styles.file}>
          <Icon of={FileSpreadsheet} />
          {file ? file.name : t('import.choose')}
        </Button>
        <p className={styles.hint}>{t('import.help')}</p>
        {current ? (
          <Select
            label={t('import.into')}
            choices={[
              { id: 'new', label: t('import.into-new') },
              { id: 'topic', label: t('import.into-topic', { title: current.title }) },
            ]}
            value={into}
            onChange={setInto}
            isDisabled={isRunning}
          />
        ) : null}
        {into === 'new' ? (
          <TextField
            label={t('import.topic-title')}
            value={title}
            onChange={setTitle}
            isDisabled={isRunning}
            maxLength={500}
          />
        ) : null}
        {isRunning ? <Progress label={t('import.running')} share={shareOf(job)} /> : null}
      </div>
    </Dialog>
  );
};
