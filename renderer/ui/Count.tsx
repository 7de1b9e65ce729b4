import { useLocale } from 'react-aria-components';

/** A number as the reader's language writes it: 10,000 or 10.000. */
export const Count = ({ of: count }: { readonly of: number }) => {
  const { locale } = useLocale();
  return <>{count.toLocaleString(locale)}</>;
};
