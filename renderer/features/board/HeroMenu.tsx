import { Ellipsis } from 'lucide-react';
import { menuEntries } from '#renderer/app/actions/menu-entries.ts';
import { runAction } from '#renderer/app/actions/registry.ts';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { mayCrop } from '#shared/domain/credits/may-crop.ts';
import type { Image } from '#shared/model/image.ts';
import { CropRefusedDialog } from './CropRefusedDialog.tsx';
import styles from './Hero.module.css';

const ids = ['hero.credit', 'hero.replace', 'hero.aim', 'hero.whole', '-', 'hero.remove'];

/** What can be done with the topic's picture. */
export const HeroMenu = ({ image }: { readonly image: Image }) => {
  const t = useT();
  const store = useAppStore();
  const { heroAim, setHeroAim } = useApp(({ heroAim, setHeroAim }) => ({ heroAim, setHeroAim }));
  const answer = mayCrop(licenseById(image.credit.licenseId));
  const close = () => setHeroAim(null);
  return (
    <>
      <Menu label={t('hero.menu')} entries={() => menuEntries(store, t, ids)}>
        <IconButton
          icon={Ellipsis}
          look="normal"
          size="small"
          label={t('hero.menu')}
          className={styles.menu}
        />
      </Menu>
      {heroAim === 'refused' && !answer.allowed ? (
        <CropRefusedDialog
          image={image}
          answer={answer}
          onReplace={() => {
            close();
            runAction(store, 'hero.replace');
          }}
          onClose={close}
        />
      ) : null}
    </>
  );
};
