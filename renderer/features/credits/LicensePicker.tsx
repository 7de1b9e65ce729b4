import { ChevronDown } from 'lucide-react';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import {
  Button,
  ComboBox,
  FieldError,
  Group,
  Input,
  Label,
  Popover,
  Text,
  type Key,
} from 'react-aria-components';
import { useApp } from '#renderer/app/store/use-app.ts';
import { messageOf } from '#renderer/i18n/message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import field from '#renderer/ui/Field.module.css';
import { Icon } from '#renderer/ui/Icon.tsx';
import popover from '#renderer/ui/Popover.module.css';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { licenseSummary } from '#shared/domain/credits/license-summary.ts';
import { searchLicenses } from '#shared/domain/credits/search-licenses.ts';
import { recogniseLicense } from '#shared/domain/credits/recognise-license.ts';
import type { LicenseId } from '#shared/model/credit.ts';
import { groupOptions, LicenseOptions } from './LicenseOptions.tsx';
import styles from './LicensePicker.module.css';
import { isWholeCredit, toPasted, type Pasted } from './read-pasted.ts';

type LicensePickerProps = {
  readonly label: string;
  readonly help?: string;
  readonly className?: string | undefined;
  readonly value: LicenseId | null;
  readonly onChange: (licenseId: LicenseId | null) => void;
  /** Takes a paste that is a whole credit and not only a license. */
  readonly onPasteCredit?: (pasted: Pasted) => void;
};

/** The search has chosen already: words that find a license need not stand in its name. */
const everyOne = () => true;

const useRecents = () => {
  const { recent, changeSettings } = useApp(({ settings, changeSettings }) => ({
    recent: settings.recentLicenseIds,
    changeSettings,
  }));
  const remember = (id: LicenseId) =>
    void changeSettings({ recentLicenseIds: [id, ...recent.filter((other) => other !== id)].slice(0, 8) });
  return { recent, remember };
};

/** What is typed, kept apart from what is chosen until it is recognized. */
const useTypedLicense = ({ value, onChange }: Pick<LicensePickerProps, 'value' | 'onChange'>) => {
  const t = useT();
  const { recent, remember } = useRecents();
  const name = licenseById(value)?.shortName ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  // React Aria also reports the texts that it would put into the box itself.
  const isByHand = useRef(false);
  // What was chosen has arrived: from now on the box shows what is kept, undo included.
  if (typed !== null && typed === name) setTyped(null);

  const choose = (id: LicenseId | null) => {
    setError(null);
    setTyped(id === value ? null : (licenseById(id)?.shortName ?? ''));
    if (id) remember(id);
    if (id !== value) onChange(id);
  };
  const finish = () => {
    const text = (typed ?? name).trim();
    if (text === name) return setTyped(null);
    if (text === '') return choose(null);
    const recognised = recogniseLicense(text);
    if (recognised) return choose(recognised.licenseId);
    return setError(t('credit.license-not-found'));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const hasOption = event.currentTarget.getAttribute('aria-activedescendant');
    if (event.key === 'Enter' && typed !== null && !hasOption) finish();
    if (event.key === 'Escape') {
      setTyped(null);
      setError(null);
    }
  };
  return {
    text: typed ?? name,
    query: typed === null || typed === name ? '' : typed,
    error,
    recent,
    choose,
    finish,
    write: (text: string) => {
      if (!isByHand.current) return;
      isByHand.current = false;
      setTyped(text);
      setError(null);
    },
    input: {
      onKeyDown,
      onInput: () => {
        isByHand.current = true;
      },
    },
  };
};

/**
 * Chooses on what terms a picture may be used: by typing what one knows ("nc 2", "flickr", "own photo"), or by pasting
 * the license's address.
 */
export const LicensePicker = (props: LicensePickerProps) => {
  const { label, help, className, value, onChange, onPasteCredit } = props;
  const t = useT();
  const { text, query, error, recent, choose, finish, write, input } = useTypedLicense({ value, onChange });
  const groups = groupOptions(searchLicenses(query, recent), recent, query !== '');
  const onPaste = (event: ClipboardEvent) => {
    const pasted = toPasted(event.clipboardData);
    if (!onPasteCredit || !isWholeCredit(pasted)) return;
    event.preventDefault();
    onPasteCredit(pasted);
  };
  const license = licenseById(value);
  const summary = license ? licenseSummary(license) : null;
  return (
    <ComboBox
      className={cx(field.field, className)}
      inputValue={text}
      onInputChange={write}
      value={value}
      onChange={(key: Key | null) => {
        if (key !== null) choose(String(key) as LicenseId);
      }}
      onBlur={finish}
      defaultFilter={everyOne}
      menuTrigger="focus"
      allowsCustomValue
      allowsEmptyCollection
      isInvalid={error !== null}
      shouldFocusWrap
    >
      <Label className={cx(field.label)}>{label}</Label>
      <Group className={cx(styles.box)}>
        <Input
          {...input}
          // Opening the list focuses the box again: by then something may be written.
          onPaste={onPaste}
          onFocus={(event) => query === '' && event.currentTarget.select()}
          className={cx(field.input, styles.input)}
          placeholder={t('credit.license-placeholder')}
        />
        <Button className={cx(styles.arrow)}>
          <Icon of={ChevronDown} />
        </Button>
      </Group>
      <Text slot="description" className={cx(field.help)}>
        {[summary ? messageOf(t, summary.key, summary.values, '') : '', help ?? ''].join(' ').trim()}
      </Text>
      <FieldError className={cx(field.error)}>{error}</FieldError>
      <Popover className={cx(popover.popover, popover.wide, styles.popover)} offset={4}>
        <LicenseOptions groups={groups} />
      </Popover>
    </ComboBox>
  );
};
