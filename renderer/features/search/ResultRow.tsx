import { Ellipsis } from 'lucide-react';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { TypeIcon } from '#renderer/ui/TypeIcon.tsx';
import type { EntryDeed } from '#renderer/features/board/EntryRow.tsx';
import type { FoundResource } from '#shared/contract/search.ts';
import { Marked } from './Marked.tsx';
import styles from './Results.module.css';
import type { ResultWords } from './use-result-words.ts';

type ResultRowProps = {
  readonly item: FoundResource;
  readonly words: ResultWords;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
};

/** A resource that was found: its title and the place that matches, with the words marked. Plain elements, as in a board. */
export const ResultRow = ({ item, words, isSelected, isCurrent }: ResultRowProps) => {
  const t = useT();
  const { title, snippet, elsewhere } = item;
  const { type, date, topics } = words;
  return (
    <div className={styles.content}>
      <span className={styles.lead}>
        <span className={styles.icon}>
          <TypeIcon name={type.icon} />
        </span>
        <input
          type="checkbox"
          data-do={'pick' satisfies EntryDeed}
          checked={isSelected}
          readOnly
          tabIndex={-1}
          aria-label={t('entry.pick', { title })}
          className={styles.check}
        />
      </span>
      <div className={styles.words}>
        <h2 className={styles.title}>
          <Marked text={title} ranges={item.titleRanges} />
        </h2>
        <p className={styles.facts}>
          <span>{type.name}</span>
          {item.publisher ? <span>{item.publisher}</span> : null}
          {date ? <span>{date}</span> : null}
          <span>{topics}</span>
        </p>
        {elsewhere ? (
          <p className={styles.snippet}>
            {t(`search.field.${elsewhere.field}`)}: <Marked text={elsewhere.text} ranges={elsewhere.ranges} />
          </p>
        ) : null}
        {snippet && !elsewhere ? (
          <p className={styles.snippet}>
            <Marked text={snippet.text} ranges={snippet.ranges} />
          </p>
        ) : null}
      </div>
      <button
        type="button"
        data-do={'menu' satisfies EntryDeed}
        tabIndex={isCurrent ? 0 : -1}
        title={t('entry.menu', { title })}
        aria-label={t('entry.menu', { title })}
        aria-haspopup="menu"
        className={styles.menu}
      >
        <Icon of={Ellipsis} />
      </button>
    </div>
  );
};

/** The place of a result that is on its way. */
export const ResultSkeleton = () => (
  <div className={styles.content} aria-hidden>
    <span className={styles.icon} />
    <div className={styles.words}>
      <span className={styles.bar} />
      <span className={cx(styles.bar, styles.faint)} />
    </div>
  </div>
);
