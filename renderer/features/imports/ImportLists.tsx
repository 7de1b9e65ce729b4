import { useState, type ReactNode } from 'react';
import { useQuery } from '#renderer/app/store/use-query.ts';
import type { Translate } from '#renderer/i18n/i18n.ts';
import { messageOf } from '#renderer/i18n/message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { ImportPreview, ImportRemark } from '#shared/contract/imports.ts';
import styles from './Imports.module.css';

/** A remark in the reader's language; in English where it is not known. */
export const remarkText = (t: Translate, { reason, values, message }: ImportRemark): string => {
  const { because, problem } = values;
  // Why a picture was refused is itself a message with the same values.
  const why =
    because === undefined ? {} : { problem: messageOf(t, `error.${because}`, values, String(problem)) };
  return messageOf(t, `import-report.${reason}`, { ...values, ...why }, message);
};

const pageLength = 20;

type PageProps = {
  readonly total: number;
  readonly offset: number;
  readonly onOffset: (offset: number) => void;
  readonly children: ReactNode;
};

const Page = ({ total, offset, onOffset, children }: PageProps) => {
  const t = useT();
  const last = Math.min(offset + pageLength, total);
  return (
    <>
      <ul className={styles.list}>{children}</ul>
      {total > pageLength ? (
        <div className={styles.pages}>
          <Button isDisabled={offset === 0} onPress={() => onOffset(offset - pageLength)}>
            {t('import.page-before')}
          </Button>
          <span role="status">{t('import.page', { first: offset + 1, last, total })}</span>
          <Button isDisabled={last >= total} onPress={() => onOffset(offset + pageLength)}>
            {t('import.page-after')}
          </Button>
        </div>
      ) : null}
    </>
  );
};

const Row = ({ row, title, children }: { row: number; title: string; children: ReactNode }) => {
  const t = useT();
  return (
    <li>
      <span className={styles.row}>{t('import.row', { row })}</span> {title ? <b>{title}</b> : null}{' '}
      {children}
    </li>
  );
};

type ListProps = { readonly preview: ImportPreview };

/** The records as they will come in, a page at a time. */
export const ImportRows = ({ preview }: ListProps) => {
  const t = useT();
  const [offset, setOffset] = useState(0);
  const input = { importId: preview.importId, offset, limit: pageLength };
  const { data } = useQuery('imports.rows', input, [], preview);
  if (!data) return null;
  return (
    <Page total={data.total} offset={offset} onOffset={setOffset}>
      {data.items.map(({ row, title, url, date, place, hasPicture }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows of several files may have the same number
        <Row key={`${index} ${row}`} row={row} title={title}>
          <span className={styles.soft}>
            {[place.join(' › '), date, url, hasPicture ? t('import.with-picture') : '']
              .filter(Boolean)
              .join(' · ')}
          </span>
        </Row>
      ))}
    </Page>
  );
};

/** Records that cannot be taken, then those that come in with a note. */
export const ImportProblems = ({ preview }: ListProps) => {
  const t = useT();
  const [offset, setOffset] = useState(0);
  const input = { importId: preview.importId, offset, limit: pageLength };
  const { data } = useQuery('imports.problems', input, [], preview);
  if (!data) return null;
  return (
    <Page total={data.total} offset={offset} onOffset={setOffset}>
      {data.items.map((item, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- one row may have several remarks alike
        <Row key={`${index} ${item.row}`} row={item.row} title={item.title}>
          {item.isRefused ? <b className={styles.refused}>{t('import.is-refused')} </b> : null}
          {remarkText(t, item)}
        </Row>
      ))}
    </Page>
  );
};

/** Records that the library has already, with the one that is here. */
export const ImportDuplicates = ({ preview }: ListProps) => {
  const t = useT();
  const [offset, setOffset] = useState(0);
  const input = { importId: preview.importId, offset, limit: pageLength };
  const { data } = useQuery('imports.duplicates', input, [], preview);
  if (!data) return null;
  return (
    <Page total={data.total} offset={offset} onOffset={setOffset}>
      {data.items.map(({ row, title, by, present, topicTitles }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows of several files may have the same number
        <Row key={`${index} ${row}`} row={row} title={title}>
          <span className={styles.soft}>
            {t(`import.same-${by}`, { title: present })}
            {topicTitles.length > 0 ? ` · ${topicTitles.join(', ')}` : null}
          </span>
        </Row>
      ))}
    </Page>
  );
};
