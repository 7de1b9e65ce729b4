import { useApp } from '#renderer/app/store/use-app.ts';
import type { Translate } from '#renderer/i18n/i18n.ts';
import { messageOf } from '#renderer/i18n/message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { ImportReport } from '#shared/contract/exchange.ts';
import type { ImportRemark } from '#shared/contract/imports.ts';
import styles from './ImportCsvDialog.module.css';

const wording = (t: Translate, { reason, values, message }: ImportRemark): string =>
  messageOf(t, `import-report.${reason}`, values, message);

const Remarks = ({
  title,
  remarks,
  count,
}: {
  title: string;
  remarks: readonly ImportRemark[];
  count: number;
}) => {
  const t = useT();
  if (count === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className={styles.list}>
        {remarks.slice(0, 200).map((remark) => (
          <li key={`${remark.row} ${remark.reason}`}>
            <span className={styles.row}>{t('import.row', { row: remark.row })}</span> {remark.title}{' '}
            {wording(t, remark)}
          </li>
        ))}
        {count > 200 ? <li>{t('import.more-rows', { count: count - 200 })}</li> : null}
      </ul>
    </section>
  );
};

const saveReport = (t: Translate, report: ImportReport): void => {
  const line = (remark: ImportRemark) =>
    `${t('import.row', { row: remark.row })}\t${remark.title}\t${wording(t, remark)}`;
  const text = [
    t('import.taken', { count: report.taken, title: report.topicTitle }),
    '',
    ...report.refused.map(line),
    ...report.notes.map(line),
  ].join('\n');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = `${report.topicTitle} – import.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
};

/** What became of an import: every row that was refused or came in changed, and which column became what. */
export const ImportReportView = ({
  report,
  onClose,
}: {
  readonly report: ImportReport;
  readonly onClose: () => void;
}) => {
  const t = useT();
  const openTopic = useApp((state) => state.openTopic);
  const { topicId } = report;
  const open = () => {
    onClose();
    if (topicId) void openTopic(topicId);
  };
  return (
    <Dialog
      title={t('import.report')}
      onClose={onClose}
      isWide
      actions={
        <>
          <Button look="quiet" onPress={() => saveReport(t, report)}>
            {t('import.save-report')}
          </Button>
          <Button look="primary" onPress={open} autoFocus>
            {t(topicId ? 'import.open-topic' : 'dialog.close')}
          </Button>
        </>
      }
    >
      <p role="status">{t('import.taken', { count: report.taken, title: report.topicTitle })}</p>
      <Remarks
        title={t('import.refused', { count: report.refusedCount })}
        remarks={report.refused}
        count={report.refusedCount}
      />
      <Remarks
        title={t('import.noted', { count: report.notesCount })}
        remarks={report.notes}
        count={report.notesCount}
      />
      <details>
        <summary>{t('import.columns', { encoding: report.encoding })}</summary>
        <dl className={styles.columns}>
          {report.columns.map(({ column, field }) => (
            <div key={column}>
              <dt>{column}</dt>
              <dd>{field}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Dialog>
  );
};
