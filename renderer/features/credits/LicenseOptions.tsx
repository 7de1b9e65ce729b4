import { Header, ListBox, ListBoxItem, ListBoxSection, Text } from 'react-aria-components';
import { messageOf } from '#renderer/i18n/message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import popover from '#renderer/ui/Popover.module.css';
import { licenseSummary } from '#shared/domain/credits/license-summary.ts';
import type { License } from '#shared/domain/credits/license.ts';
import styles from './LicensePicker.module.css';

type Option = { readonly license: License; readonly isRecent: boolean };

type OptionGroup = {
  readonly name: 'found' | 'recent' | License['group'];
  readonly options: readonly Option[];
};

/** Licenses as a picker shows them: under headings while browsing, in order of fit while searching. */
export const groupOptions = (
  found: readonly License[],
  recent: readonly string[],
  isSearching: boolean,
): readonly OptionGroup[] => {
  const options = found.map((license): Option => ({ license, isRecent: recent.includes(license.id) }));
  // A ranking must not be torn apart by headings; they help only while browsing.
  if (isSearching) return options.length > 0 ? [{ name: 'found', options }] : [];
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

/** The list of a license picker; each line says in one sentence what the license asks and forbids. */
export const LicenseOptions = ({ groups }: { readonly groups: readonly OptionGroup[] }) => {
  const t = useT();
  return (
    <ListBox
      className={cx(popover.list)}
      items={groups}
      renderEmptyState={() => <p className={styles.none}>{t('credit.license-none')}</p>}
    >
      {(group) => (
        <ListBoxSection id={`group ${group.name}`}>
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
  );
};
