import { Check } from 'lucide-react';
import { CheckboxButton, CheckboxField, GridListItem, Text, useLocale } from 'react-aria-components';
import { imageAddress } from '#renderer/api/addresses.ts';
import { CreditBadge } from '#renderer/features/credits/CreditBadge.tsx';
import { messageOf } from '#renderer/i18n/message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { RightsLine } from '#shared/contract/rights.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import checkbox from '#renderer/ui/Checkbox.module.css';
import styles from './RightsView.module.css';

type RightsRowProps = {
  readonly line: RightsLine;
  readonly onShow: () => void;
  readonly onTakeBack: () => void;
};

const Decision = ({ line, onTakeBack }: Pick<RightsRowProps, 'line' | 'onTakeBack'>) => {
  const t = useT();
  const { locale } = useLocale();
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  if (line.lapsed && line.state !== 'complete') {
    const { reason, by, at } = line.lapsed;
    return (
      <p className={styles.decision}>
        {t('rights.lapsed', { reason, by, date: dates.format(new Date(at)) })}
      </p>
    );
  }
  if (!line.decision) return null;
  const { reason, by, at } = line.decision;
  const date = dates.format(new Date(at));
  return (
    <p className={styles.decision}>
      <span>{t('rights.decided', { reason, by, date })}</span>
      <Button size="small" look="quiet" onPress={onTakeBack}>
        {t('rights.take-back')}
      </Button>
    </p>
  );
};

/** A picture of the report: what it is, on what terms it stands here, and what is missing. */
export const RightsRow = ({ line, onShow, onTakeBack }: RightsRowProps) => {
  const t = useT();
  const { image, missing } = line;
  const name = image.credit.title || image.fileName;
  const license = licenseById(image.credit.licenseId);
  const lacks = missing
    .filter(({ required }) => required)
    .map(({ key, values }) => messageOf(t, key, values, key));
  return (
    <GridListItem id={image.id} textValue={name} className={cx(styles.row)}>
      <CheckboxField slot="selection" aria-label={t('rights.choose')}>
        <CheckboxButton className={cx(checkbox.checkbox)}>
          {({ isSelected }) => (
            <span className={checkbox.box} aria-hidden>
              {isSelected ? <Icon of={Check} size={14} /> : null}
            </span>
          )}
        </CheckboxButton>
      </CheckboxField>
      <img src={imageAddress(image.id, 320)} alt="" loading="lazy" className={styles.thumbnail} />
      <div className={styles.words}>
        <Text className={cx(styles.name)}>{name}</Text>
        <p className={styles.facts}>
          {[image.credit.creator, license?.shortName].filter(Boolean).join(' · ')}
        </p>
        <CreditBadge image={image} state={line.state} />
        {lacks.length > 0 ? (
          <ul className={styles.lacks}>
            {lacks.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        ) : null}
        <Decision line={line} onTakeBack={onTakeBack} />
      </div>
      <Button
        size="small"
        aria-label={t(line.state === 'complete' ? 'rights.show-what' : 'rights.fix-what', { title: name })}
        onPress={onShow}
      >
        {t(line.state === 'complete' ? 'rights.show' : 'rights.fix')}
      </Button>
    </GridListItem>
  );
};
