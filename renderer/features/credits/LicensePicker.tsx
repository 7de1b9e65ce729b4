import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  ComboBox,
  FieldError,
  Group,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
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
import { licenseSummary } from '#shared/domain/credits/license-summary.ts';
import type { License } from '#shared/domain/credits/license.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { searchLicenses } from '#shared/domain/credits/search-licenses.ts';
import { recogniseLicense } from '#shared/domain/credits/recognise-license.ts';
import type { LicenseId } from '#shared/model/credit.ts';
import styles from './LicensePicker.module.css';

type LicensePickerProps = {
  readonly value: LicenseId | null;
  readonly onChange: (licenseId: LicenseId | null) => void;
};

const useRecents = () => {
  const { recent, changeSettings } = useApp(({ settings, changeSettings }) => ({
    recent: settings.recentLicenseIds,
    changeSettings,
  }));
  const remember = (id: LicenseId) =>
    void changeSettings({ recentLicenseIds: [id, ...recent.filter((other) => other !== id)].slice(0, 8) });
  return { recent, remember };
};

type Option = { readonly license: License; readonly isRecent: boolean };

type OptionGroup = {
  readonly name: 'found' | 'recent' | License['group'];
  readonly options: readonly Option[];
};

const groupOptions = (
  found: readonly License[],
  recent: readonly string[],
  isSearching: boolean,
): readonly OptionGroup[] => {
  const options = found.map((license): Option => ({ license, isRecent: recent.includes(license.id) }));
  // A ranking must not be torn apart by headings; they help only while browsing.
  if (isSearching) return [{ name: 'found', options }];
  const groups = ['cc', 'public-domain', 'other', 'site', 'statement'] as const;
  return [
    { name: 'recent' as const, options: options.filter(({ isRecent }) => isRecent) },
    ...groups.map((name) => ({
      name,
      options: options.filter(({ license, isRecent }) => license.group === name && !isRecent),
    })),
  ].filter(({ options: inGroup }) => inGroup.length > 0);
};

const OptionLine = ({ license }: { readonly license: License }) => {
  const t = useT();
  const { key, values } = licenseSummary(license);
  return (
    <ListBoxItem id={license.id} textValue={license.shortName} className={cx(popover.item, styles.option)}>
      <Text slot="label">{license.shortName}</Text>
      <Text slot="description" className={cx(popover.hint)}>
        {messageOf(t, key, values, license.name)}
      </Text>
    </ListBoxItem>
  );
};

/**
 * Chooses on what terms a picture may be used: by typing what one knows ("nc 2", "flickr", "own photo"), or by pasting
 * the license's address.
 */
export const LicensePicker = ({ value, onChange }: LicensePickerProps) => {
  const t = useT();
  const { recent, remember } = useRecents();
  const current = licenseById(value);
  const name = current?.shortName ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const query = typed === null || typed === name ? '' : typed;
  const groups = groupOptions(searchLicenses(query, recent), recent, query !== '');

  const choose = (id: LicenseId | null) => {
    setTyped(null);
    setError(null);
    if (id) remember(id);
    if (id !== value) onChange(id);
  };
  const leave = () => {
    const text = (typed ?? name).trim();
    if (text === name) return setTyped(null);
    if (text === '') return choose(null);
    const recognised = recogniseLicense(text);
    if (recognised) return choose(recognised.licenseId);
    return setError(t('credit.license-not-found'));
  };

  return (
    <ComboBox
      className={cx(field.field)}
      inputValue={typed ?? name}
      onInputChange={(text) => {
        setTyped(text);
        setError(null);
      }}
      value={value}
      onChange={(key: Key | null) => {
        if (key !== null) choose(String(key) as LicenseId);
      }}
      onBlur={leave}
      menuTrigger="focus"
      allowsCustomValue
      allowsEmptyCollection
      isInvalid={error !== null}
      shouldFocusWrap
    >
      <Label className={cx(field.label)}>{t('credit.license')}</Label>
      <Group className={cx(styles.box)}>
        <Input className={cx(field.input, styles.input)} placeholder={t('credit.license-placeholder')} />
        <Button className={cx(styles.arrow)}>
          <Icon of={ChevronDown} />
        </Button>
      </Group>
      <FieldError className={cx(field.error)}>{error}</FieldError>
      <Popover className={cx(popover.popover, popover.wide, styles.popover)} offset={4}>
        <ListBox
          className={cx(popover.list)}
          items={groups}
          renderEmptyState={() => <p className={styles.none}>{t('credit.license-none')}</p>}
        >
          {(group) => (
            // Keys share one space, and there is a license called `public-domain`, too.
            <ListBoxSection id={`group-${group.name}`}>
              <Header className={cx(styles.heading, group.name === 'found' && styles.hidden)}>
                {t(
                  group.name === 'recent' || group.name === 'found'
                    ? `credit.${group.name}`
                    : `license.group.${group.name}`,
                )}
              </Header>
              {group.options.map(({ license }) => (
                <OptionLine key={license.id} license={license} />
              ))}
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
};
