import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import type { ResourceId } from '#shared/model/ids.ts';
import styles from './Capture.module.css';

/** Why the page of a resource could not be looked up, and a way to try that again. */
export const LookupNote = ({ resourceId }: { readonly resourceId: ResourceId }) => {
  const t = useT();
  const { failure, isOn, mutate, announce } = useApp((state) => ({
    failure: state.lookups.failed.find((each) => each.resourceId === resourceId),
    isOn: state.settings.lookUpPages,
    mutate: state.mutate,
    announce: state.announce,
  }));
  if (!failure || !isOn) return null;
  const tryAgain = async () => {
    const outcome = await mutate('capture.lookUp', { resourceIds: [resourceId] });
    if (outcome.ok) announce('capture.trying');
  };
  return (
    <div className={cx(styles.note, styles.quiet)} role="group" aria-label={t('capture.lookups')}>
      <p>{t(`capture.failed.${failure.reason}`)}</p>
      <Button size="small" onPress={() => void tryAgain()}>
        {t('capture.try-again')}
      </Button>
    </div>
  );
};
