import { CircleCheck, CircleDot, Info, TriangleAlert } from 'lucide-react';
import { messageOf } from '#renderer/i18n/message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { checkCredit } from '#shared/domain/credits/check-credit.ts';
import type { Image } from '#shared/model/image.ts';
import styles from './CreditCard.module.css';

type CreditChecklistProps = {
  readonly image: Image;
  /** Whether something is kept that shows the terms. */
  readonly hasEvidence: boolean;
  /** Brings the curator to the field that mends it. */
  readonly onFix: (field: string) => void;
};

/** Notes that a field answers. */
const noteFields: Readonly<Record<string, string>> = {
  'license.note.date-seen': 'licenseSeenOn',
  'license.note.terms-differ': 'usageTerms',
};

/** What this license asks in this case: what is missing, each a button to its field, and what to keep in mind. */
export const CreditChecklist = ({ image, hasEvidence, onFix }: CreditChecklistProps) => {
  const t = useT();
  const { state, missing, notes } = checkCredit(image, 'screen', { hasEvidence });
  return (
    <section
      className={cx(styles.check, state === 'complete' && styles.checkDone)}
      aria-label={t('credit.checklist')}
    >
      <p className={styles.state}>
        <Icon of={state === 'complete' ? CircleCheck : TriangleAlert} />
        {t(`credit.state-long.${state}`)}
      </p>
      {missing.length > 0 ? (
        <ul className={styles.missing}>
          {missing.map(({ key, values, field, required }) => (
            <li key={key}>
              <button type="button" className={styles.fix} onClick={() => onFix(field)}>
                <Icon of={CircleDot} size={14} />
                <span>
                  {messageOf(t, key, values, key)}
                  {required ? null : <span className={styles.optional}> {t('credit.optional')}</span>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {notes.length > 0 ? (
        <ul className={styles.notes}>
          {notes.map(({ key, values }) => (
            <li key={key}>
              <Icon of={Info} size={14} />
              {noteFields[key] ? (
                <button type="button" className={styles.use} onClick={() => onFix(noteFields[key] ?? '')}>
                  {messageOf(t, key, values, key)}
                </button>
              ) : (
                <span>{messageOf(t, key, values, key)}</span>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
};
