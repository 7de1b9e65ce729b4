import { Ellipsis, GripVertical, Layers } from 'lucide-react';
import { useMemo } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { TypeIcon } from '#renderer/ui/TypeIcon.tsx';
import type { Entry } from '#shared/contract/views.ts';
import { summaryText } from '#shared/domain/plain-text.ts';
import styles from './Entry.module.css';
import { EntrySummary } from './EntrySummary.tsx';
import type { EntryWords } from './use-entry-words.ts';

type EntryRowProps = {
  readonly entry: Entry;
  readonly words: EntryWords;
  /** How many characters fit on a line: facts and summary share the entry's second one. */
  readonly lineLength: number;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
};

/** Less of a summary than this says nothing; a narrow list takes more lines instead. */
const leastSummary = 40;
/** Facts are set smaller than the summary: the width of a character compared with one of the summary. */
const factWidth = 0.86;

/** What a row of the list does with `data-do`: the list hears clicks for all its rows. */
export type EntryDeed = 'move' | 'menu' | 'pick';

/**
 * A resource as the page shows it: type, title, its date by the right name, and the beginning of its summary. Plain
 * elements, since a long list draws many of them while it is scrolled.
 */
export const EntryRow = ({ entry, words, lineLength, isSelected, isCurrent }: EntryRowProps) => {
  const t = useT();
  const { type, date, shared } = words;
  const source = entry.quotedFrom ? t('quotation.from', { source: entry.quotedFrom.source }) : null;
  const facts = [type.name, date, shared, source].filter(Boolean).join(' · ');
  const length = Math.max(leastSummary, lineLength - Math.ceil(facts.length * factWidth));
  const summary = useMemo(() => summaryText(entry.summary, length), [entry.summary, length]);
  const reach = isCurrent ? 0 : -1;
  const { title } = entry;
  return (
    <div className={styles.content}>
      <button
        type="button"
        data-do={'move' satisfies EntryDeed}
        tabIndex={reach}
        title={t('entry.drag', { title })}
        aria-label={t('entry.drag', { title })}
        className={styles.grip}
      >
        <Icon of={GripVertical} size={14} />
      </button>
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
        <h3 className={styles.title}>{title}</h3>
        <p className={styles.rest}>
          <span className={styles.facts}>
            <span>{type.name}</span>
            {date ? <span>{date}</span> : null}
            {shared ? (
              <span className={styles.shared}>
                <Icon of={Layers} size={12} />
                {shared}
              </span>
            ) : null}
          </span>
          {summary ? <EntrySummary text={summary} quotedFrom={entry.quotedFrom} /> : null}
        </p>
      </div>
      <button
        type="button"
        data-do={'menu' satisfies EntryDeed}
        tabIndex={reach}
        title={t('entry.menu', { title })}
        aria-label={t('entry.menu', { title })}
        aria-haspopup="menu"
        className={cx(styles.menu)}
      >
        <Icon of={Ellipsis} />
      </button>
    </div>
  );
};

/** The place of an entry that is on its way. */
export const EntrySkeleton = () => (
  <div className={cx(styles.content, styles.skeleton)} aria-hidden>
    <span className={styles.icon} />
    <div className={styles.words}>
      <span className={styles.bar} />
      <span className={cx(styles.bar, styles.faint)} />
    </div>
  </div>
);
