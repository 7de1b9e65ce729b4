import { Crosshair, Ellipsis, ImageUp, Maximize, PanelRight, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { revealInspector } from '#renderer/app/reveal-inspector.ts';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { useAddPictures } from '#renderer/features/images/use-add-pictures.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, type MenuEntry } from '#renderer/ui/Menu.tsx';
import type { Board } from '#shared/contract/views.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { mayCrop } from '#shared/domain/credits/may-crop.ts';
import type { Image } from '#shared/model/image.ts';
import { CropRefusedDialog } from './CropRefusedDialog.tsx';
import styles from './Hero.module.css';
import { pictureTypes } from './picture-types.ts';

type HeroMenuProps = { readonly board: Board; readonly image: Image; readonly onAim: () => void };

/** What can be done with the topic's picture. */
export const HeroMenu = ({ board, image, onAim }: HeroMenuProps) => {
  const t = useT();
  const store = useAppStore();
  const { mutate, select } = useApp(({ mutate, select }) => ({ mutate, select }));
  const { add } = useAddPictures();
  const chooser = useRef<HTMLInputElement>(null);
  const { id: topicId, hero } = board.topic;
  const license = licenseById(image.credit.licenseId);
  const answer = mayCrop(license);
  const [isRefused, setRefused] = useState(false);

  const entries: readonly MenuEntry[] = [
    {
      id: 'credit',
      label: t('hero.credit'),
      icon: PanelRight,
      run: () => {
        select({ kind: 'image', imageId: image.id });
        revealInspector(store);
      },
    },
    { id: 'replace', label: t('hero.replace'), icon: ImageUp, run: () => chooser.current?.click() },
    {
      id: 'aim',
      label: t('hero.aim'),
      icon: Crosshair,
      // Not disabled: a line that cannot be reached by key would keep its reason from those who need it.
      hint: answer.allowed ? undefined : t('hero.no-crop', { license: license?.shortName ?? '' }),
      run: () => (answer.allowed ? onAim() : setRefused(true)),
    },
    {
      id: 'whole',
      label: t('hero.whole'),
      icon: Maximize,
      isDisabled: hero?.focalPoint === null,
      run: () =>
        void mutate('topics.update', { topicId, patch: { hero: { imageId: image.id, focalPoint: null } } }),
    },
    { id: 'separator', isSeparator: true },
    {
      id: 'remove',
      label: t('hero.remove'),
      icon: X,
      run: () => void mutate('topics.update', { topicId, patch: { hero: null } }),
    },
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
      <input
        ref={chooser}
        type="file"
        hidden
        accept={pictureTypes.join()}
        onChange={(event) => {
          void add([...(event.target.files ?? [])], { kind: 'hero', topicId });
          event.target.value = '';
        }}
      />
      {isRefused && !answer.allowed ? (
        <CropRefusedDialog
          image={image}
          answer={answer}
          onReplace={() => {
            setRefused(false);
            chooser.current?.click();
          }}
          onClose={() => setRefused(false)}
        />
      ) : null}
    </>
  );
};
