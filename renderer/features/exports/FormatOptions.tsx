import { useT } from '#renderer/i18n/use-t.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Segments } from '#renderer/ui/Segments.tsx';
import type { ExportFormat, ExportOptions } from '#shared/contract/export-formats.ts';

type FormatOptionsProps = {
  readonly format: ExportFormat;
  readonly value: ExportOptions;
  readonly onChange: (options: ExportOptions) => void;
  readonly isDisabled: boolean;
};

/** The choices that are simply on or off, each of one format. */
const switches = {
  site: { option: 'topicZips', label: 'publish.topic-zips' },
  fragment: { option: 'picturesInside', label: 'publish.pictures-inside' },
  share: { option: 'evidence', label: 'sharing.evidence' },
} as const;

const switchOf = (format: ExportFormat) =>
  format === 'site' || format === 'fragment' || format === 'share' ? switches[format] : null;

/** What may be chosen within a format: the paper, where pictures go, a ZIP for each topic, evidence. */
export const FormatOptions = ({ format, value, onChange, isDisabled }: FormatOptionsProps) => {
  const t = useT();
  const found = switchOf(format);
  if (found) {
    return (
      <Checkbox
        isSelected={value[found.option] ?? false}
        onChange={(isOn) => onChange({ [found.option]: isOn })}
        isDisabled={isDisabled}
      >
        {t(found.label)}
      </Checkbox>
    );
  }
  if ((format !== 'pdf' && format !== 'docx') || isDisabled) return null;
  return (
    <Segments<'a4' | 'letter'>
      label={t('publish.paper')}
      value={value.paper ?? 'a4'}
      onChange={(paper) => onChange({ paper })}
      segments={[
        { id: 'a4', label: t('publish.paper-a4') },
        { id: 'letter', label: t('publish.paper-letter') },
      ]}
    />
  );
};
