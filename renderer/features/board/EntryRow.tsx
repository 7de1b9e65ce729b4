import { Layers } from 'lucide-react';
import { useMemo } from 'react';
import { imageAddress } from '#renderer/api/addresses.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { ResourceFrame } from '#renderer/ui/rows/ResourceFrame.tsx';
import rowStyles from '#renderer/ui/rows/Row.module.css';
import { RowButton } from '#renderer/ui/rows/RowButton.tsx';
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
const leastSummary = 24;
/** Facts are set smaller than the summary: the width of a character compared with one of the summary. */
const factWidth = 0.9;
/** So many characters of a line are the gap before the summary, and the drawing before “in 2 topics”. */
const gapWidth = 2;
const drawingWidth = 3;
/** So many characters of a line give way to the entry's picture. */
const pictureWidth = 9;

/**
 * A resource as the page shows it: type, title, its date by the right name, and the beginning of its summary.
 */
export const EntryRow = ({ entry, words, lineLength, isSelected, isCurrent }: EntryRowProps) => {
  const t = useT();
  const { type, date, shared } = words;
  const source = entry.quotedFrom ? t('quotation.from', { source: entry.quotedFrom.source }) : null;
  const facts = [type.name, date, shared, source].filter(Boolean).join(' · ');
  const length = Math.max(
    leastSummary,
    lineLength -
      gapWidth -
      (shared ? drawingWidth : 0) -
      (entry.imageId ? pictureWidth : 0) -
      Math.ceil(facts.length * factWidth),
  );
  const summary = useMemo(() => summaryText(entry.summary, length), [entry.summary, length]);
  const { title } = entry;
  return (
    <ResourceFrame
      icon={type.icon}
      isSelected={isSelected}
      pickLabel={t('entry.pick', { title })}
      picture={entry.imageId ? imageAddress(entry.imageId, 160) : null}
      grip={<RowButton deed="move" label={t('entry.drag', { title })} isInReach={isCurrent} />}
      menu={<RowButton deed="menu" label={t('entry.menu', { title })} isInReach={isCurrent} />}
    >
      <h3 className={rowStyles.title}>{title}</h3>
      {/* Facts and summary run on as one text, so that an entry takes two lines and a wide one says more. */}
      <p className={cx(rowStyles.text, rowStyles.aside)}>
        <span className={rowStyles.facts}>
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
    </ResourceFrame>
  );
};
