import { ChevronRight } from 'lucide-react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { topicsOf, type DuplicateGroup } from './candidate-fields.ts';
import styles from './Duplicates.module.css';

const reasons = ['identifier', 'address', 'title'] as const;

type GroupListProps = {
  readonly groups: readonly DuplicateGroup[];
  readonly onOpen: (index: number) => void;
};

const GroupLine = ({ group, onOpen }: { readonly group: DuplicateGroup; readonly onOpen: () => void }) => {
  const t = useT();
  const { resources } = group;
  const topics = new Set(resources.flatMap(topicsOf).map(({ topicId }) => topicId));
  return (
    <li>
      <button type="button" className={styles.group} data-duplicate-group onClick={onOpen}>
        <span className={styles.groupWords}>
          <span className={styles.groupTitle}>{resources[0]?.resource.title}</span>
          <span className={styles.facts}>
            {t('duplicates.group', { count: resources.length, topics: topics.size })}
          </span>
        </span>
        <Icon of={ChevronRight} />
      </button>
    </li>
  );
};

/** Groups of duplicates by what speaks for it, the surest reason first. */
export const GroupList = ({ groups, onOpen }: GroupListProps) => {
  const t = useT();
  return reasons.map((reason) => {
    const indexed = groups.map((group, index) => ({ group, index }));
    const here = indexed.filter(({ group }) => group.reason === reason);
    if (here.length === 0) return null;
    return (
      <section key={reason} className={styles.reason} aria-label={t(`duplicates.reason.${reason}`)}>
        <h2 className={styles.reasonTitle}>{t(`duplicates.reason.${reason}`)}</h2>
        <ul className={styles.groups}>
          {here.map(({ group, index }) => (
            <GroupLine key={group.resourceIds.join()} group={group} onOpen={() => onOpen(index)} />
          ))}
        </ul>
      </section>
    );
  });
};
