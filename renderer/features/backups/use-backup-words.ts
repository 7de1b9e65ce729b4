import { useLocale } from 'react-aria-components';

/** When a backup was taken, to the second: there may be several of a minute. */
export const backupTime = (at: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(at));

/** Words when a backup was taken, and how large it is. */
export const useBackupWords = () => {
  const { locale } = useLocale();
  return {
    time: (at: string) => backupTime(at, locale),
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
