import { Fragment } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { shortcutText } from '#renderer/ui/shortcut.ts';
import { useApp, useAppStore } from '../store/use-app.ts';
import { heardIn, scopes } from './heard-keys.ts';
import styles from './Palette.module.css';
import { actions, runAction } from './registry.ts';

/** All keys, by where they are heard. */
export const ShortcutSheet = () => {
  const t = useT();
  const store = useAppStore();
  const openDialog = useApp((state) => state.openDialog);
  return (
    <Dialog
      isText
      isWide
      title={t('app.shortcuts')}
      onClose={() => openDialog(null)}
      actions={
        <Button
          onPress={() => {
            openDialog(null);
            runAction(store, 'help.guide');
          }}
        >
          {t('help.guide')}
        </Button>
      }
    >
      <div className={styles.sheet}>
        {scopes.map((scope) => (
          <section key={scope} className={styles.scope}>
            <h3>{t(`shortcuts.${scope}`)}</h3>
            <dl className={styles.keys}>
              {heardIn(actions, scope).map(({ action, keys }) => (
                <Fragment key={action.id}>
                  <dt>{t(action.labelKey)}</dt>
                  <dd>
                    {keys.map((shortcut) => (
                      <kbd key={shortcut}>{shortcutText(shortcut)}</kbd>
                    ))}
                  </dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
};
