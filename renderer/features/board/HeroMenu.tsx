import { Crosshair, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { menuEntries } from '#renderer/app/actions/menu-entries.ts';
import { runAction } from '#renderer/app/actions/registry.ts';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, type MenuEntry } from '#renderer/ui/Menu.tsx';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { mayCrop } from '#shared/domain/credits/may-crop.ts';
import type { Image } from '#shared/model/image.ts';
import { CropRefusedDialog } from './CropRefusedDialog.tsx';
import styles from './Hero.module.css';

type HeroMenuProps = { readonly image: Image; readonly onAim: () => void };

/** What can be done with the topic's picture. */
export const HeroMenu = ({ image, onAim }: HeroMenuProps) => {
  const t = useT();
  const store = useAppStore();
  const license = licenseById(image.credit.licenseId);
  const answer = mayCrop(license);
  const [isRefused, setRefused] = useState(false);

  const entries = (): readonly MenuEntry[] => [
    ...menuEntries(store, t, ['hero.credit', 'hero.replace']),
    {
      id: 'aim',
      label: t('hero.aim'),
      icon: Crosshair,
      // Not disabled: a line that cannot be reached by key would keep its reason from those who need it.
      hint: answer.allowed ? undefined : t('hero.no-crop', { license: license?.shortName ?? '' }),
      run: () => (answer.allowed ? onAim() : setRefused(true)),
    },
    ...menuEntries(store, t, ['hero.whole', '-', 'hero.remove']),
  ];
  return (
    <>
      <Menu label={t('hero.menu')} entries={entries}>
        <IconButton
          icon={Ellipsis}
          look="normal"
          size="small"
          label={t('hero.menu')}
          className={styles.menu}
        />
      </Menu>
      {isRefused && !answer.allowed ? (
        <CropRefusedDialog
          image={image}
          answer={answer}
          onReplace={() => {
            setRefused(false);
            runAction(store, 'hero.replace');
          }}
          onClose={() => setRefused(false)}
        />
      ) : null}
    </>
  );
};
