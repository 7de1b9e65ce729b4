import { PencilLine, ShieldAlert } from 'lucide-react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import styles from './RightsView.module.css';

type RightsBarProps = {
  /** How many pictures the list is about, and how many of them are chosen. */
  readonly total: number;
  readonly chosen: number;
  readonly onChooseAll: () => void;
  readonly onEdit: () => void;
  readonly onDecide: () => void;
};

/** How many pictures there are, and what can be done with the chosen ones. */
export const RightsBar = ({ total, chosen, onChooseAll, onEdit, onDecide }: RightsBarProps) => {
  const t = useT();
  return (
    <div className={styles.bar} role="group" aria-label={t('rights.bulk')}>
      <p role="status" className={styles.count}>
        {chosen > 0 ? t('rights.chosen', { count: chosen }) : t('rights.count', { count: total })}
      </p>
      <Button size="small" isDisabled={total === 0} onPress={onChooseAll}>
        {t(chosen === total && total > 0 ? 'rights.choose-none' : 'rights.choose-all')}
      </Button>
      <Button size="small" isDisabled={chosen === 0} onPress={onEdit}>
        <Icon of={PencilLine} size={14} />
        {t('rights.edit')}
      </Button>
      <Button size="small" isDisabled={chosen === 0} onPress={onDecide}>
        <Icon of={ShieldAlert} size={14} />
        {t('rights.decide')}
      </Button>
    </div>
  );
};
