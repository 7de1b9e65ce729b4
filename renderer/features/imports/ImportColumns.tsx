import { useT } from '#renderer/i18n/use-t.ts';
import { Select } from '#renderer/ui/Select.tsx';
import type { InputOf } from '#shared/contract/contract.ts';
import { columnMeaningSchema } from '#shared/contract/column-meaning.ts';
import type { ImportedSource } from '#shared/contract/imports.ts';
import styles from './Imports.module.css';

type Choices = Omit<InputOf<'imports.adjust'>['choices'][number], 'source'>;

type ImportColumnsProps = {
  readonly source: ImportedSource;
  readonly isDisabled: boolean;
  readonly onAdjust: (choices: Choices) => void;
};

/** Rows that may hold the column names. */
const headerRows = 12;

/** What each column is called, what is in it, and what it is taken for. */
export const ImportColumns = ({ source, isDisabled, onAdjust }: ImportColumnsProps) => {
  const t = useT();
  const { columns, headerRow } = source;
  const meanings = columnMeaningSchema.options.map((id) => ({ id, label: t(`import-column.${id}`) }));
  const rows = Array.from({ length: Math.max(headerRows, headerRow ?? 0) + 1 }, (_, row) => ({
    id: String(row),
    label: row === 0 ? t('import.header-none') : t('import.row', { row }),
  }));
  return (
    <>
      <Select
        label={t('import.header-row')}
        choices={rows}
        value={String(headerRow ?? 0)}
        onChange={(row) => onAdjust({ headerRow: Number(row) })}
        isDisabled={isDisabled}
        className={styles.headerRow}
      />
      <ul className={styles.columns}>
        {columns.map(({ name, field, samples, filled }) => (
          <li key={name} className={styles.column}>
            <div>
              <b>{name}</b> <span className={styles.soft}>{t('import.filled', { count: filled })}</span>
              <p className={styles.samples}>{samples.join(' · ')}</p>
            </div>
            <Select
              label={t('import.column-means', { name })}
              hideLabel
              choices={meanings}
              value={field}
              onChange={(meaning) => onAdjust({ columns: { [name]: meaning } })}
              isDisabled={isDisabled}
            />
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{t('import.columns-help')}</p>
    </>
  );
};
