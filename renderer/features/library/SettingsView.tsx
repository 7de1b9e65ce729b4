import { useT } from '#renderer/i18n/use-t.ts';

export const SettingsView = () => {
  const t = useT();
  return <h1>{t('view.settings')}</h1>;
};
