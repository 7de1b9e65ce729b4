import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import styles from './Sharing.module.css';

/** Where a share file goes: into the library that is open, or into one of its own. */
export type Where = 'this' | 'new';

type WhereToProps = {
  readonly where: Where;
  readonly onWhere: (where: Where) => void;
  /** Name of the new library. */
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly isDisabled: boolean;
};

const ways: readonly Where[] = ['this', 'new'];

/** `C:\Books\Carrel` → `C:\Books`: for people to read, the core works the place out itself. */
const folderAround = (place: string): string => place.replace(/[\\/][^\\/]+[\\/]?$/, '') || place;

const NewName = ({ name, onName, isDisabled }: Omit<WhereToProps, 'where' | 'onWhere'>) => {
  const t = useT();
  const { place, asks } = useApp(({ session }) => ({
    place: session?.place ?? '',
    asks: session?.capabilities.saveDialog ?? false,
  }));
  return (
    <>
      <p className={styles.hint}>{t('sharing.into-new-help')}</p>
      <TextField
        label={t('sharing.new-name')}
        value={name}
        onChange={onName}
        isDisabled={isDisabled}
        error={name.trim() === '' ? t('sharing.new-name-wrong') : null}
        help={
          asks ? t('sharing.new-place-ask') : t('sharing.new-place-beside', { place: folderAround(place) })
        }
      />
    </>
  );
};

/** Asks where the share file goes, and for a new library what it is called. */
export const WhereTo = ({ where, onWhere, ...named }: WhereToProps) => {
  const t = useT();
  return (
    <div className={styles.where}>
      <RadioGroup
        aria-label={t('sharing.where')}
        value={where}
        onChange={(next) => onWhere(next as Where)}
        isDisabled={named.isDisabled}
        className={cx(styles.ways)}
      >
        {ways.map((way) => (
          <RadioField key={way} value={way} className={cx(styles.field)}>
            <RadioButton className={cx(styles.way)}>{t(`sharing.into-${way}`)}</RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      {where === 'new' ? <NewName {...named} /> : null}
    </div>
  );
};
