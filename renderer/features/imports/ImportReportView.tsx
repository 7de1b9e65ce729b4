import { useEffect } from 'react';
import { useApi, useApp } from '#renderer/app/store/use-app.ts';
import type { Translate } from '#renderer/i18n/i18n.ts';
import { messageOf } from '#renderer/i18n/message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { reportedMeaning } from '#shared/contract/column-meaning.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { ImportRemark, ImportReport } from '#shared/contract/imports.ts';
import { interfaceLanguage } from '#shared/domain/interface-language.ts';
import { remarkText } from './ImportLists.tsx';
import styles from './Imports.module.css';

/** So many remarks of a kind are drawn; the saved report has more. */
const shownRemarks = 100;

const Remarks = ({
  title,
  remarks,
  count,
}: {
  readonly title: string;
  readonly remarks: readonly ImportRemark[];
  readonly count: number;
}) => {
  const t = useT();
  if (count === 0) return null;
  const shown = remarks.slice(0, shownRemarks);
  return (
    <section>
      <h3>{title}</h3>
      <ul className={styles.list}>
        {shown.map((remark, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- one row may have several remarks alike
          <li key={`${index} ${remark.row}`}>
            <span className={styles.row}>{t('import.row', { row: remark.row })}</span>{' '}
            {remark.title ? <b>{remark.title}</b> : null} {remarkText(t, remark)}
          </li>
        ))}
        {count > shown.length ? <li>{t('import.more-rows', { count: count - shown.length })}</li> : null}
      </ul>
    </section>
  );
};

/** What a column became, in words. */
const fieldWords = (t: Translate, field: string): string => {
  const meaning = reportedMeaning(field);
  return meaning === 'other' ? t('import.kept') : messageOf(t, `import-column.${meaning}`, {}, field);
};

const save = ({ fileName, mediaType, text }: OutputOf<'imports.report'>): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: mediaType }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
};

/** What became of an import: what was made, every record that was refused or came in changed, and the columns. */
export const ImportReportView = ({
  report,
  onClose,
}: {
  readonly report: ImportReport;
  readonly onClose: () => void;
}) => {
  const t = useT();
  const api = useApi();
  const { openTopic, announce, chosen } = useApp(({ openTopic, announce, settings }) => ({
    openTopic,
    announce,
    chosen: settings.language,
  }));
  const language = interfaceLanguage(chosen, navigator.languages);
  const { topicId, importId, taken, topicTitle } = report;
  const open = () => {
    onClose();
    if (topicId) void openTopic(topicId);
  };
  useEffect(
    () => announce('import.taken', { count: taken, title: topicTitle }),
    [announce, taken, topicTitle],
  );
  const columns = report.sources.flatMap((source) => source.columns);
  return (
    <Dialog
      title={t('import.report')}
      onClose={onClose}
      isWide
      actions={
        <>
          <Menu
            label={t('import.save-report')}
            entries={(['html', 'csv', 'text'] as const).map((format) => ({
              id: format,
              label: t(`import.save-${format}`),
              run: () => void api.call('imports.report', { importId, format, language }).then(save),
            }))}
          >
            <Button look="quiet">{t('import.save-report')}</Button>
          </Menu>
          <Button look="primary" onPress={open} autoFocus>
            {t(topicId ? 'import.open-topic' : 'dialog.close')}
          </Button>
        </>
      }
    >
      <div className={styles.flow}>
        <p>
          {[
            t('import.taken', { count: taken, title: topicTitle }),
            ...(report.shown > 0 ? [t('import.plan-shown', { count: report.shown })] : []),
            ...(report.skipped > 0 ? [t('import.plan-skipped', { count: report.skipped })] : []),
            ...(report.topicsMade > 0 ? [t('import.topics-made', { count: report.topicsMade })] : []),
            ...(report.pictures > 0 ? [t('import.plan-pictures', { count: report.pictures })] : []),
          ].join(' ')}
        </p>
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
        {columns.length > 0 ? (
          <details>
            <summary>{t('import.which-column')}</summary>
            <dl className={styles.fields}>
              {columns.map(({ column, field }) => (
                <div key={column}>
                  <dt>{column}</dt>
                  <dd>{fieldWords(t, field)}</dd>
                </div>
              ))}
            </dl>
          </details>
        ) : null}
      </div>
    </Dialog>
  );
};
