import { useT } from '#renderer/i18n/use-t.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import type { Credit, CreditField } from '#shared/model/credit.ts';
import styles from './CreditCard.module.css';

/** A value found in a paste, and the field it belongs to. A guess is offered, not taken by itself. */
export type PasteLine = {
  readonly field: Exclude<CreditField, 'usageTerms' | 'licensorUrl'>;
  readonly value: string;
  readonly isGuess: boolean;
};

type PastePreviewProps = {
  readonly credit: Credit;
  readonly lines: readonly PasteLine[];
  readonly isTaken: (line: PasteLine) => boolean;
  readonly onFlip: (field: string) => void;
};

const shown = (field: PasteLine['field'], value: string): string =>
  field === 'licenseId' ? (licenseById(value)?.shortName ?? value) : value;

/** Line by line: what goes into which field, and what it would replace there. Each can be left out. */
export const PastePreview = ({ credit, lines, isTaken, onFlip }: PastePreviewProps) => {
  const t = useT();
  if (lines.length === 0)
    return (
      <p className={styles.hint} role="status">
        {t('credit.paste-nothing')}
      </p>
    );
  return (
    <ul className={styles.found} aria-label={t('credit.paste-preview')}>
      {lines.map((line) => {
        const before = credit[line.field] ?? '';
        return (
          <li key={line.field}>
            <Checkbox isSelected={isTaken(line)} onChange={() => onFlip(line.field)}>
              <span className={styles.foundField}>{t(`credit.field.${line.field}`)}</span>
              <span>{shown(line.field, line.value)}</span>
              {line.isGuess ? <span className={styles.hint}>{t('credit.paste-suggests')}</span> : null}
              {before !== '' && before !== line.value ? (
                <span className={styles.hint}>
                  {t('credit.paste-replaces', { value: shown(line.field, before) })}
                </span>
              ) : null}
            </Checkbox>
          </li>
        );
      })}
    </ul>
  );
};
