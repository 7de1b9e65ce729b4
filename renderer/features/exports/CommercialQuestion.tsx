import { Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import styles from './PublishDialog.module.css';

type CommercialQuestionProps = {
  /** Null: not answered yet. */
  readonly value: boolean | null;
  readonly onChange: (commercialUse: boolean) => void;
};

/** The one question that only a person can answer, asked where a NonCommercial license is among the pictures. */
export const CommercialQuestion = ({ value, onChange }: CommercialQuestionProps) => {
  const t = useT();
  return (
    <RadioGroup
      value={value === null ? null : value ? 'yes' : 'no'}
      onChange={(answer) => onChange(answer === 'yes')}
      className={cx(styles.question)}
    >
      <Label className={cx(styles.problemsTitle)}>{t('gate.commercial')}</Label>
      <div className={styles.answers}>
        {(['no', 'yes'] as const).map((answer) => (
          <RadioField key={answer} value={answer}>
            <RadioButton className={cx(styles.scope)}>{t(`gate.commercial-${answer}`)}</RadioButton>
          </RadioField>
        ))}
      </div>
      <Text slot="description" className={cx(styles.details)}>
        {t(value === null ? 'gate.commercial-help' : 'gate.commercial-kept')}
      </Text>
    </RadioGroup>
  );
};
