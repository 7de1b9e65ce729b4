import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { messageOf } from '#renderer/i18n/message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import type { MergeConflict, MergeSide } from '#shared/contract/sharing.ts';
import styles from './Sharing.module.css';

type Choices = Readonly<Record<string, MergeSide>>;

type ConflictListProps = {
  readonly conflicts: readonly MergeConflict[];
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
  readonly isDisabled: boolean;
};

const Version = ({ side, value }: { readonly side: MergeSide; readonly value: string | null }) => {
  const t = useT();
  const text = value === null ? t('sharing.taken-away') : value === '' ? t('sharing.empty') : value;
  return (
    <RadioField value={side} className={cx(styles.field)}>
      <RadioButton className={cx(styles.version)}>
        <span className={styles.side}>{t(side === 'ours' ? 'sharing.ours' : 'sharing.theirs')}</span>
        <span className={cx(styles.value, value === null || value === '' ? styles.none : undefined)}>
          {text}
        </span>
      </RadioButton>
    </RadioField>
  );
};

/** Both versions of everything that was changed on both sides, with a choice each. */
export const ConflictList = ({ conflicts, choices, onChange, isDisabled }: ConflictListProps) => {
  const t = useT();
  return (
    <section aria-label={t('sharing.conflicts', { count: conflicts.length })}>
      <h3 className={styles.heading}>{t('sharing.conflicts', { count: conflicts.length })}</h3>
      <p className={styles.hint}>{t('sharing.conflicts-hint')}</p>
      {conflicts.map(({ id, title, field, ours, theirs }) => {
        const name = t('sharing.conflict', { title, field: messageOf(t, `merge-field.${field}`, {}, field) });
        return (
          <div key={id} className={styles.conflict}>
            <p className={styles.about}>{name}</p>
            <RadioGroup
              aria-label={name}
              value={choices[id] ?? 'ours'}
              onChange={(side) => onChange({ ...choices, [id]: side as MergeSide })}
              isDisabled={isDisabled}
              className={cx(styles.versions)}
            >
              <Version side="ours" value={ours} />
              <Version side="theirs" value={theirs} />
            </RadioGroup>
          </div>
        );
      })}
    </section>
  );
};
