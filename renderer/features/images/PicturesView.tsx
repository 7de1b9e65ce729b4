import { useT } from '#renderer/i18n/use-t.ts';

export const PicturesView = () => {
  const t = useT();
  return <h1>{t('view.pictures')}</h1>;
};
