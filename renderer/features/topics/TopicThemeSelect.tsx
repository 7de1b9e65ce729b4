import { useT } from '#renderer/i18n/use-t.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { pageThemeSchema, type PageTheme } from '#shared/model/page-theme.ts';

type TopicThemeSelectProps = {
  readonly value: PageTheme | null;
  readonly libraryTheme: PageTheme;
  readonly onChange: (theme: PageTheme | null) => void;
};

/** The theme of a topic's published page: the library's, or one of its own. */
export const TopicThemeSelect = ({ value, libraryTheme, onChange }: TopicThemeSelectProps) => {
  const t = useT();
  const library = {
    id: 'library' as const,
    label: t('look.theme-library', { theme: t(`look.theme-${libraryTheme}`) }),
  };
  const own = pageThemeSchema.options.map((id) => ({
    id,
    label: t(`look.theme-${id}`),
    hint: t(`look.theme-${id}-hint`),
  }));
  return (
    <Select<PageTheme | 'library'>
      label={t('look.theme')}
      choices={[library, ...own]}
      value={value ?? 'library'}
      onChange={(theme) => onChange(theme === 'library' ? null : theme)}
    />
  );
};
