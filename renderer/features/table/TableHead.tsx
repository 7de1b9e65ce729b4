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
  /** How many resources are chosen, of how many found. */
  readonly chosen: { readonly count: number; readonly total: number };
  readonly onChooseAll: () => void;
};

/** Chooses all that was found; ticked already, nothing. */
const ChooseAll = ({ chosen, onChooseAll }: Pick<TableHeadProps, 'chosen' | 'onChooseAll'>) => {
  const t = useT();
  const select = useApp((state) => state.select);
  const isAll = chosen.count > 0 && chosen.count >= chosen.total;
  const isSome = chosen.count > 0 && !isAll;
  return (
    <input
      type="checkbox"
      ref={(box) => {
        if (box) box.indeterminate = isSome;
      }}
      checked={isAll}
      aria-label={t('table.choose-all')}
      onChange={() => (isAll ? select({ kind: 'topic' }) : onChooseAll())}
    />
  );
};

/** The names of the columns; pressing one sorts by it, pressing it again turns the order round. */
export const TableHead = ({ columns, asked, template, ...choosing }: TableHeadProps) => {
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
      <div role="columnheader" aria-colindex={1} className={cx(styles.header, styles.pick)}>
        <ChooseAll {...choosing} />
      </div>
      {columns.map(({ id, nameKey, sort }, index) => {
        const isSorted = sort !== null && asked.sort === sort;
        return (
          <div
            key={id}
            role="columnheader"
            aria-colindex={index + 2}
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
