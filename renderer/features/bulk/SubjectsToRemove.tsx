import { Tag, TagGroup, TagList } from 'react-aria-components';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import styles from './Bulk.module.css';

type SubjectsToRemoveProps = {
  readonly subjects: readonly { readonly subject: string; readonly count: number }[];
  readonly total: number;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
};

/** The subjects that the resources carry, to choose those that shall go. */
export const SubjectsToRemove = ({ subjects, total, value, onChange }: SubjectsToRemoveProps) => {
  const t = useT();
  if (subjects.length === 0) return null;
  const label = t('bulk.remove-subjects');
  return (
    <div>
      <p className={styles.label}>{label}</p>
      <TagGroup
        aria-label={label}
        selectionMode="multiple"
        selectedKeys={value}
        onSelectionChange={(keys) =>
          onChange(keys === 'all' ? subjects.map(({ subject }) => subject) : [...keys].map(String))
        }
      >
        <TagList
          items={subjects.map((each) => ({ ...each, id: each.subject }))}
          className={cx(styles.subjects)}
        >
          {({ id, subject, count }) => (
            <Tag
              id={id}
              textValue={t('bulk.subject-count', { subject, count, total })}
              className={cx(styles.subject)}
            >
              <span>{subject}</span>
              <span className={styles.count}>{count}</span>
            </Tag>
          )}
        </TagList>
      </TagGroup>
    </div>
  );
};
