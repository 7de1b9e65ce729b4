import { useT } from '#renderer/i18n/use-t.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { originSchema, type Credit, type CreditField } from '#shared/model/credit.ts';
import type { CreditPatch } from './credit-patch.ts';
import styles from './CreditCard.module.css';

type OtherValuesProps = {
  readonly field: CreditField;
  readonly credit: Credit;
  /** What the file says, field by field. */
  readonly embedded: OutputOf<'images.embedded'>;
  /** How a value is shown; as it is when left out. */
  readonly show?: (value: string) => string;
  readonly onUse: (patch: CreditPatch, value: string) => void;
};

/** What the file says of a field elsewhere, where that differs from what is kept: shown, and a press away from being used. */
export const OtherValues = ({ field, credit, embedded, show = String, onUse }: OtherValuesProps) => {
  const t = useT();
  const value = credit[field] ?? '';
  const others = (embedded.find((one) => one.field === field)?.found ?? []).filter(
    (found) => found.value !== value,
  );
  const use = (text: string, from: string) => {
    const parsed = originSchema.safeParse(from);
    onUse(parsed.success ? { origins: { ...credit.origins, [field]: parsed.data } } : {}, text);
  };
  return others.map(({ origin, value: text }) => (
    <p key={origin + text} className={styles.other}>
      <span>
        {t('credit.also-says', {
          origin: t(`credit.origin-name.${origin as 'xmp'}`),
          value: show(text),
        })}
      </span>
      <button
        type="button"
        className={styles.use}
        aria-label={t('credit.use-what', { value: show(text), field: t(`credit.field.${field}`) })}
        onClick={() => use(text, origin)}
      >
        {t('credit.use-this')}
      </button>
    </p>
  ));
};
