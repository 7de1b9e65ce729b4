import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { NewLibraryReport } from '#shared/contract/sharing.ts';
import styles from './Sharing.module.css';

/** What was made, where it lies, and how it is opened another time. */
export const MadeLibrary = ({ made }: { readonly made: NewLibraryReport }) => {
  const t = useT();
  const later = useApp(({ session }) => {
    if (session?.capabilities.openLibrary) return 'made-later';
    return session?.capabilities.switchLibrary ? 'made-later-list' : 'made-later-start';
  });
  const { place, ...counted } = made;
  return (
    <>
      <p role="status" className={styles.from}>
        {t('sharing.made', counted)}
      </p>
      <p className={styles.hint}>{t('sharing.made-place', { place })}</p>
      <p className={styles.hint}>{t(`sharing.${later}`, { place })}</p>
    </>
  );
};
