import { imageAddress } from '#renderer/api/addresses.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import styles from './EditCreditsDialog.module.css';
import type { BulkField, PlannedEdit } from './plan-edit.ts';

/** As many pictures as are shown one by one; the count says how many there are. */
const most = 30;

const shown = (field: BulkField, value: string): string =>
  field === 'licenseId' ? (licenseById(value)?.shortName ?? value) : value;

type EditPreviewProps = {
  readonly plan: readonly PlannedEdit[];
  readonly total: number;
  /** How many more are to change that are not known here. */
  readonly unseen: number;
};

/** What an edit would change, before it does. */
export const EditPreview = ({ plan, total, unseen }: EditPreviewProps) => {
  const t = useT();
  const word = (field: BulkField, value: string) => (value === '' ? t('rights.empty') : shown(field, value));
  return (
    <section className={styles.preview} aria-label={t('rights.edit-preview')}>
      <p role="status" className={styles.count}>
        {t('rights.will-change', { count: plan.length, total })}
      </p>
      <ul className={styles.changes}>
        {plan.slice(0, most).map(({ image, edits }) => (
          <li key={image.id} className={styles.change}>
            <img src={imageAddress(image.id, 160)} alt="" loading="lazy" className={styles.small} />
            <div>
              <p className={styles.name}>{image.credit.title || image.fileName}</p>
              {edits.map(({ field, before, after }) => (
                <p key={field} className={styles.step}>
                  {t('rights.step', {
                    field: t(`credit.field.${field}`),
                    before: word(field, before),
                    after: word(field, after),
                  })}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {plan.length > most ? (
        <p className={styles.count}>{t('rights.and-more', { count: plan.length - most })}</p>
      ) : null}
      {unseen > 0 ? <p className={styles.count}>{t('rights.unseen', { count: unseen })}</p> : null}
    </section>
  );
};
