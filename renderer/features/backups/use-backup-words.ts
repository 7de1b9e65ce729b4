import { useLocale } from 'react-aria-components';

/** Words when a backup was taken, and how large it is. */
export const useBackupWords = () => {
  const { locale } = useLocale();
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  return {
    time: (at: string) => when.format(new Date(at)),
    size: (bytes: number) => {
      const isSmall = bytes < 1_000_000;
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: isSmall ? 'kilobyte' : 'megabyte',
        maximumFractionDigits: isSmall ? 0 : 1,
      }).format(Math.max(bytes / (isSmall ? 1_000 : 1_000_000), isSmall ? 1 : 0));
    },
  };
};
