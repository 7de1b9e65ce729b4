import { Download } from 'lucide-react';
import { Link } from 'react-aria-components';
import { cleanImageAddress } from '#renderer/api/addresses.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { Image } from '#shared/model/image.ts';
import styles from './ImageInspector.module.css';

/** Saves the original without what it tells of people and places, and says what goes and what stays. */
export const CleanCopy = ({ image }: { readonly image: Image }) => {
  const t = useT();
  return (
    <div className={styles.clean}>
      <Link
        href={cleanImageAddress(image.id)}
        download={image.fileName || 'picture'}
        aria-describedby="clean-copy-help"
        className={cx(styles.save)}
      >
        <Icon of={Download} size={14} />
        {t('picture.clean-copy')}
      </Link>
      <p id="clean-copy-help" className={styles.note}>
        {t('picture.clean-copy-help')}
      </p>
    </div>
  );
};
