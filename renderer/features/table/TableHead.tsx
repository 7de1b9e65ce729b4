import { ArrowDown, ArrowUp } from 'lucide-react';
import { useApp } from '#renderer/app/store/use-app.ts';
import type { AskedSearch } from '#renderer/features/search/use-found.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { Column } from './columns.ts';
import styles from './Table.module.css';

type TableHeadProps = {
  readonly columns: readonly Column[];
  readonly asked: AskedSearch;
  readonly template: string;
};

/** The names of the columns; pressing one sorts by it, pressing it again turns the order round. */
export const TableHead = ({ columns, asked, template }: TableHeadProps) => {
  const t = useT();
  const changeSearch = useApp((state) => state.changeSearch);
  const direction = asked.descending ? 'descending' : 'ascending';
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={cx(styles.row, styles.head)}
      style={{ gridTemplateColumns: template }}
    >
      {columns.map(({ id, nameKey, sort }, index) => {
        const isSorted = sort !== null && asked.sort === sort;
        return (
          <div
            key={id}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={isSorted ? direction : 'none'}
            className={styles.header}
          >
            {sort === null ? (
              <span>{t(nameKey)}</span>
            ) : (
              <button
                type="button"
                onClick={() => changeSearch({ sort, descending: isSorted ? !asked.descending : false })}
              >
                {t(nameKey)}
                {isSorted ? <Icon of={asked.descending ? ArrowDown : ArrowUp} size={14} /> : null}
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
};
