import { BookOpen, Footprints } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';

/** What explains the app. */
export const guideActions: readonly Action[] = [
  {
    id: 'help.guide',
    labelKey: 'help.guide',
    icon: BookOpen,
    shortcuts: ['F1'],
    scope: 'everywhere',
    worksInText: true,
    isAvailable: () => true,
    run: (store) => {
      const { view, showGuide, closeGuide, guidePage } = store.getState();
      if (view === 'guide') closeGuide();
      else showGuide(guidePage);
    },
  },
  {
    id: 'help.tour',
    labelKey: 'help.tour',
    icon: Footprints,
    scope: 'everywhere',
    isAvailable: (state) => state.tourStep === null,
    run: (store) => store.getState().setTourStep(0),
  },
];
