import { Fragment } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { shortcutText } from '#renderer/ui/shortcut.ts';
import { useApp } from '../store/use-app.ts';
import type { Action, ActionScope } from './action.ts';
import styles from './Palette.module.css';
import { actions } from './registry.ts';

const scopes = ['everywhere', 'navigator', 'entries'] as const satisfies readonly ActionScope[];

const keysOf = (action: Action) => [
  ...(action.singleKey ? [action.singleKey.key] : []),
  ...(action.shortcuts ?? []),
];

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
              .filter((action) => action.scope === scope && keysOf(action).length > 0)
              .map((action) => (
                <Fragment key={action.id}>
                  <dt>{t(action.labelKey)}</dt>
                  <dd>
                    {keysOf(action).map((shortcut) => (
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
