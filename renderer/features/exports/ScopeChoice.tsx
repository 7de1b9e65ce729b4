import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import styles from './PublishDialog.module.css';

/** One topic, or every topic that is marked as published. */
export type Scope = 'topic' | 'all';

type ScopeChoiceProps = {
  readonly value: Scope;
  readonly onChange: (scope: Scope) => void;
  /** Title of the topic that is open; null: none is. */
  readonly topicTitle: string | null;
  /** Whether the topic that is open is not among all that are published. */
  readonly isLeftOut: boolean;
  readonly readyCount: number;
  readonly isDisabled: boolean;
};

/** Which topics to hand over. */
export const ScopeChoice = (props: ScopeChoiceProps) => {
  const { value, onChange, topicTitle, isLeftOut, readyCount, isDisabled } = props;
  const t = useT();
  return (
    <RadioGroup
      value={value}
      onChange={(next) => onChange(next as Scope)}
      isDisabled={isDisabled}
      aria-label={t('publish.what')}
      className={cx(styles.scopes)}
    >
      {topicTitle === null ? null : (
        <RadioField value="topic">
          <RadioButton className={cx(styles.scope)}>
            {t('publish.this-topic', { title: topicTitle })}
          </RadioButton>
        </RadioField>
      )}
      <RadioField value="all" isDisabled={readyCount === 0}>
        <RadioButton className={cx(styles.scope)}>
          <span>
            {t('publish.all', { count: readyCount })}
            {topicTitle !== null && isLeftOut && readyCount > 0 ? (
              <span className={styles.details}>{t('publish.without-open', { title: topicTitle })}</span>
            ) : null}
          </span>
        </RadioButton>
      </RadioField>
    </RadioGroup>
  );
};
