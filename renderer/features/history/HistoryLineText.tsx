import { Undo2 } from 'lucide-react';
import { useLocale } from 'react-aria-components';
import { changeLabel } from '#renderer/i18n/change-label.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import styles from './HistoryDialog.module.css';
import type { HistoryLine } from './use-steps.ts';

/** When a step was made, and by whom. */
const useFacts = ({ step, state }: HistoryLine): string => {
  const t = useT();
  const { locale } = useLocale();
  if (!step) return t('history.beginning-hint');
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return [
    when.format(new Date(step.at)),
    ...(step.by === '' ? [] : [step.by]),
    ...(step.records > 1 ? [t('history.records', { count: step.records })] : []),
    ...(state === 'undone' ? [t('history.is-undone')] : []),
  ].join(' · ');
};

/** What stands in a line of the history. */
export const HistoryLineText = ({ line }: { readonly line: HistoryLine }) => {
  const t = useT();
  const facts = useFacts(line);
  return (
    <>
      <span className={styles.mark}>{line.state === 'undone' ? <Icon of={Undo2} size={14} /> : null}</span>
      <span className={styles.words}>
        <span className={styles.label}>
          {line.step ? changeLabel(t, line.step.label) : t('history.beginning')}
        </span>
        <span className={styles.facts}>{facts}</span>
      </span>
      {line.state === 'now' ? <span className={styles.now}>{t('history.now')}</span> : null}
    </>
  );
};
