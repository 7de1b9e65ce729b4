import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { ResourceFrame } from '#renderer/ui/rows/ResourceFrame.tsx';
import rowStyles from '#renderer/ui/rows/Row.module.css';
import { RowButton } from '#renderer/ui/rows/RowButton.tsx';
import type { FoundResource } from '#shared/contract/search.ts';
import { Marked } from './Marked.tsx';
import type { ResultWords } from './use-result-words.ts';

type ResultRowProps = {
  readonly item: FoundResource;
  readonly words: ResultWords;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
};

/** A resource that was found: its title and the place that matches, with the words marked. */
export const ResultRow = ({ item, words, isSelected, isCurrent }: ResultRowProps) => {
  const t = useT();
  const { title, snippet, elsewhere } = item;
  const { type, date, topics } = words;
  return (
    <ResourceFrame
      icon={type.icon}
      isSelected={isSelected}
      pickLabel={t('entry.pick', { title })}
      menu={<RowButton deed="menu" label={t('entry.menu', { title })} isInReach={isCurrent} />}
    >
      <h2 className={rowStyles.title}>
        <Marked text={title} ranges={item.titleRanges} />
      </h2>
      <p className={cx(rowStyles.facts, rowStyles.aside)}>
        <span>{type.name}</span>
        {item.publisher ? <span>{item.publisher}</span> : null}
        {date ? <span>{date}</span> : null}
        <span>{topics}</span>
      </p>
      {elsewhere ? (
        <p className={rowStyles.text}>
          {t(`search.field.${elsewhere.field}`)}: <Marked text={elsewhere.text} ranges={elsewhere.ranges} />
        </p>
      ) : null}
      {snippet && !elsewhere ? (
        <p className={cx(rowStyles.text, snippet.ranges.length === 0 && rowStyles.spare)}>
          <Marked text={snippet.text} ranges={snippet.ranges} />
        </p>
      ) : null}
    </ResourceFrame>
  );
};
