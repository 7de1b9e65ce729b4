import { ChevronDown } from 'lucide-react';
import {
  Button,
  Header,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import field from '#renderer/ui/Field.module.css';
import { Icon } from '#renderer/ui/Icon.tsx';
import popover from '#renderer/ui/Popover.module.css';
import {
  exportFormats,
  exportFormatSchema,
  type ExportFormat,
  type ExportGroup,
} from '#shared/contract/export-formats.ts';
import styles from './FormatPicker.module.css';

type FormatPickerProps = {
  readonly value: ExportFormat;
  readonly onChange: (format: ExportFormat) => void;
  readonly isDisabled: boolean;
};

const groups: readonly ExportGroup[] = ['pages', 'data', 'share'];

const formatsOf = (group: ExportGroup) => exportFormats.filter((format) => format.group === group);

/** What the topics become: every format with a sentence of what it is for, grouped by who will use it. */
export const FormatPicker = ({ value, onChange, isDisabled }: FormatPickerProps) => {
  const t = useT();
  return (
    <div className={styles.picker}>
      <Select
        value={value}
        onChange={(key) => onChange(exportFormatSchema.parse(key))}
        isDisabled={isDisabled}
        className={cx(field.field)}
      >
        <Label className={cx(field.label)}>{t('publish.format')}</Label>
        <Button className={cx(field.trigger)}>
          <SelectValue className={cx(field.value)}>{t(`export-format.${value}`)}</SelectValue>
          <Icon of={ChevronDown} />
        </Button>
        <Popover className={cx(popover.popover, popover.wide)} offset={4}>
          <ListBox className={cx(popover.list)}>
            {groups
              .filter((group) => formatsOf(group).length > 0)
              .map((group) => (
                <ListBoxSection key={group} className={cx(styles.group)}>
                  <Header className={cx(styles.heading)}>{t(`export-group.${group}`)}</Header>
                  {formatsOf(group).map(({ id }) => (
                    <ListBoxItem
                      key={id}
                      id={id}
                      textValue={t(`export-format.${id}`)}
                      className={cx(popover.item)}
                    >
                      <span className={popover.words}>
                        <Text slot="label">{t(`export-format.${id}`)}</Text>
                        <Text slot="description" className={cx(popover.hint)}>
                          {t(`export-format-hint.${id}`)}
                        </Text>
                      </span>
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ))}
          </ListBox>
        </Popover>
      </Select>
      <p className={styles.hint}>{t(`export-format-hint.${value}`)}</p>
    </div>
  );
};
