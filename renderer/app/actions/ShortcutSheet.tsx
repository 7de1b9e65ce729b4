import { Fragment } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { shortcutText } from '#renderer/ui/shortcut.ts';
import { useApp } from '../store/use-app.ts';
import type { ActionScope } from './action.ts';
import styles from './Palette.module.css';
import { actions } from './registry.ts';

const scopes: readonly ActionScope[] = ['everywhere', 'navigator', 'entries'];

/** All keys, by where they are heard. */
export const ShortcutSheet = () => {
  const t = useT();
  const openDialog = useApp((state) => state.openDialog);
  return (
    <Dialog isText title={t('app.shortcuts')} onClose={() => openDialog(null)}>
      {scopes.map((scope) => (
        <section key={scope}>
          <h3>{t(`shortcuts.${scope}`)}</h3>
          <dl className={styles.keys}>
            {actions
              .filter((action) => action.scope === scope && action.shortcuts)
              .map((action) => (
                <Fragment key={action.id}>
                  <dt>{t(action.labelKey)}</dt>
                  <dd>
                    {action.shortcuts?.map((shortcut) => (
                      <kbd key={shortcut}>{shortcutText(shortcut)}</kbd>
                    ))}
                  </dd>
                </Fragment>
              ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
};
