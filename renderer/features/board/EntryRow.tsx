import { Ellipsis, GripVertical, Layers } from 'lucide-react';
import { Button as AriaButton, GridListItem, useLocale } from 'react-aria-components';
import { menuEntries } from '#renderer/app/actions/menu-entries.ts';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { TypeIcon } from '#renderer/ui/TypeIcon.tsx';
import { useResourceTypes } from '#renderer/features/resources/use-resource-types.ts';
import type { Entry } from '#shared/contract/views.ts';
import { dateNameKeys, formatHonestDate, shownDate } from '#shared/domain/honest-date.ts';
import { summaryText } from '#shared/domain/plain-text.ts';
import type { SectionId } from '#shared/model/ids.ts';
import type { LiveSort } from '#shared/model/topic.ts';
import { entrySelection } from './board-places.ts';
import { EntrySummary } from './EntrySummary.tsx';
import styles from './Entry.module.css';

/** Actions of an entry's menu. */
export const entryMenuIds = [
  'entry.edit',
  'entry.open-link',
  '-',
  'entry.move-up',
  'entry.move-down',
  'entry.move-to',
  'entry.copy-to',
  '-',
  'entry.remove',
  'entry.delete',
];

type EntryRowProps = {
  readonly entry: Entry;
  readonly sectionId: SectionId;
  readonly sortBy: LiveSort | null;
  /** How many characters fit on a line: facts and summary share the entry's second one. */
  readonly lineLength: number;
};

const EntryMenu = ({ entry, sectionId }: Pick<EntryRowProps, 'entry' | 'sectionId'>) => {
  const t = useT();
  const store = useAppStore();
  const select = useApp((state) => state.select);
  const label = t('entry.menu', { title: entry.title });
  return (
    <Menu
      label={label}
      onOpen={() => select(entrySelection(entry, sectionId))}
      entries={() => menuEntries(store, t, entryMenuIds)}
    >
      <IconButton icon={Ellipsis} size="small" label={label} className={styles.menu} />
    </Menu>
  );
};

/** Less of a summary than this says nothing; a narrow list takes more lines instead. */
const leastSummary = 40;
/** Facts are set smaller than the summary: the width of a character compared with one of the summary. */
const factWidth = 0.86;

/** A resource as the page shows it: type, title, its date by the right name, and the beginning of its summary. */
export const EntryRow = ({ entry, sectionId, sortBy, lineLength }: EntryRowProps) => {
  const t = useT();
  const { locale } = useLocale();
  const { typeOf } = useResourceTypes();
  const type = typeOf(entry.typeId);
  const date = shownDate(entry, sortBy);
  const shared = entry.topicCount > 1 ? t('entry.topics', { count: entry.topicCount }) : null;
  const dateWords = date ? `${t(dateNameKeys[date.field])} ${formatHonestDate(date.date, locale)}` : null;
  const source = entry.quotedFrom ? t('quotation.from', { source: entry.quotedFrom.source }) : null;
  const facts = [type.name, dateWords, shared, source].filter(Boolean).join(' · ');
  const summary = summaryText(
    entry.summary,
    Math.max(leastSummary, lineLength - Math.ceil(facts.length * factWidth)),
  );
  const name = [entry.title, type.name, dateWords].filter(Boolean).join(', ');

  return (
    <GridListItem id={entry.placementId} textValue={name} className={cx(styles.row)}>
      <AriaButton
        slot="drag"
        className={cx(styles.grip)}
        aria-label={t('entry.drag', { title: entry.title })}
      >
        <Icon of={GripVertical} size={14} />
      </AriaButton>
      <span className={styles.icon}>
        <TypeIcon name={type.icon} />
      </span>
      <div className={styles.words}>
        <h3 className={styles.title}>{entry.title}</h3>
        <p className={styles.rest}>
          <span className={styles.facts}>
            <span>{type.name}</span>
            {dateWords ? <span>{dateWords}</span> : null}
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
      <EntryMenu entry={entry} sectionId={sectionId} />
    </GridListItem>
  );
};
