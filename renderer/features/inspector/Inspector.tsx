import { useT } from '#renderer/i18n/use-t.ts';

export const Inspector = () => {
  const t = useT();
  return <h2>{t('pane.inspector')}</h2>;
};
