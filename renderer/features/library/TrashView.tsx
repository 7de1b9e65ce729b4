import { useT } from '#renderer/i18n/use-t.ts';

export const TrashView = () => {
  const t = useT();
  return <h1>{t('view.trash')}</h1>;
};
