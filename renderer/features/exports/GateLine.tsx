import { imageAddress } from '#renderer/api/addresses.ts';
import { messageOf } from '#renderer/i18n/message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { RightsLine } from '#shared/contract/rights.ts';
import styles from './PublishDialog.module.css';

type GateLineProps = {
  readonly line: RightsLine;
  readonly onFix: () => void;
  /** Only where somebody decided to publish it all the same. */
  readonly onTakeBack?: () => void;
};

/** A picture at the gate: why it waits, or why it was let through. */
export const GateLine = ({ line, onFix, onTakeBack }: GateLineProps) => {
  const t = useT();
  const { image, state, missing, decision } = line;
  const title = image.credit.title || image.fileName;
  const lacks = missing
    .filter(({ required }) => required)
    .map(({ key, values }) => messageOf(t, key, values, key));
  const why = decision
    ? t('gate.reason', { reason: decision.reason, by: decision.by })
    : lacks.join(' ') || t(`gate.why.${state}`);
  return (
    <li className={styles.gateLine}>
      <img src={imageAddress(image.id, 160)} alt="" className={styles.gatePicture} />
      <div>
        <strong>{title}</strong>
        <span className={styles.details}>{why}</span>
      </div>
      {decision && onTakeBack ? (
        <Button
          size="small"
          look="quiet"
          aria-label={t('gate.take-back-what', { title })}
          onPress={onTakeBack}
        >
          {t('rights.take-back')}
        </Button>
      ) : (
        <Button size="small" aria-label={t('rights.fix-what', { title })} onPress={onFix}>
          {t('rights.fix')}
        </Button>
      )}
    </li>
  );
};
