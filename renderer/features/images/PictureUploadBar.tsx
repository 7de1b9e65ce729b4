import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Progress } from '#renderer/ui/Progress.tsx';
import styles from './PictureUploadBar.module.css';

/** How far the pictures are that are coming in, and a way to stop the rest. */
export const PictureUploadBar = () => {
  const t = useT();
  const { pictureUpload, stopPictureUpload } = useApp(({ pictureUpload, stopPictureUpload }) => ({
    pictureUpload,
    stopPictureUpload,
  }));
  if (!pictureUpload) return null;
  const { name, done, total, share } = pictureUpload;
  return (
    <div className={styles.bar}>
      <Progress label={t('picture.coming', { name, number: done + 1, total })} share={share} />
      <Button size="small" onPress={stopPictureUpload}>
        {t('picture.stop')}
      </Button>
    </div>
  );
};
