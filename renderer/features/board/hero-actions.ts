import { Crosshair, ImageUp, Maximize, PanelRight, X } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';
import { revealInspector } from '#renderer/app/reveal-inspector.ts';
import type { AppStore } from '#renderer/app/store/create-store.ts';
import type { AppState } from '#renderer/app/store/state.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { mayCrop } from '#shared/domain/credits/may-crop.ts';
import { chooseFiles, pictureTypes } from '#renderer/features/images/choose-files.ts';
import { addPictures } from '#renderer/features/images/use-add-pictures.ts';

/** Whether the license of the open topic's picture lets it be cropped, and what it is called. */
const cropOf = ({ board }: AppState) => {
  const license = licenseById(board?.heroImage?.credit.licenseId ?? null);
  return { isAllowed: mayCrop(license).allowed, license: license?.shortName ?? '' };
};

const hasHero = ({ view, board }: AppState): boolean => view === 'board' && Boolean(board?.heroImage);

const update = async (store: AppStore, change: 'whole' | 'none') => {
  const { board, mutate } = store.getState();
  if (!board?.heroImage) return;
  const hero = change === 'none' ? null : { imageId: board.heroImage.id, focalPoint: null };
  await mutate('topics.update', { topicId: board.topic.id, patch: { hero } });
};

/** What can be done with the picture that heads the open topic. */
export const heroActions: readonly Action[] = [
  {
    id: 'hero.credit',
    labelKey: 'hero.credit',
    icon: PanelRight,
    scope: 'everywhere',
    isAvailable: hasHero,
    run: (store) => {
      const { board, select } = store.getState();
      if (!board?.heroImage) return;
      select({ kind: 'image', imageId: board.heroImage.id });
      revealInspector(store);
    },
  },
  {
    id: 'hero.replace',
    labelKey: 'hero.replace',
    icon: ImageUp,
    scope: 'everywhere',
    isAvailable: hasHero,
    run: async (store) => {
      const { board } = store.getState();
      const files = await chooseFiles(pictureTypes, false);
      if (board && files.length > 0)
        await addPictures(store, { files, target: { kind: 'hero', topicId: board.topic.id } });
    },
  },
  {
    id: 'hero.aim',
    labelKey: 'hero.aim',
    icon: Crosshair,
    scope: 'everywhere',
    // Available under a license that forbids it, too: the reason and a way on are told instead.
    isAvailable: hasHero,
    hint: (state) => {
      const { isAllowed, license } = cropOf(state);
      return isAllowed ? null : { key: 'hero.no-crop', values: { license } };
    },
    run: (store) => store.getState().setHeroAim(cropOf(store.getState()).isAllowed ? 'aiming' : 'refused'),
  },
  {
    id: 'hero.whole',
    labelKey: 'hero.whole',
    icon: Maximize,
    scope: 'everywhere',
    isAvailable: (state) => hasHero(state) && state.board?.topic.hero?.focalPoint !== null,
    run: (store) => update(store, 'whole'),
  },
  {
    id: 'hero.remove',
    labelKey: 'hero.remove',
    icon: X,
    scope: 'everywhere',
    isAvailable: hasHero,
    run: (store) => update(store, 'none'),
  },
];
