import { useT } from '#renderer/i18n/use-t.ts';

export const PreviewView = () => {
  const t = useT();
  return <h1>{t('view.preview')}</h1>;
};
