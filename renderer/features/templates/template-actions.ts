import { BookCopy, LayoutTemplate } from 'lucide-react';
import type { Action } from '#renderer/app/actions/action.ts';
import type { AppState } from '#renderer/app/store/state.ts';

const hasTopic = (state: AppState) => state.topicId !== null;

/** What makes more topics of the one that is open. */
export const templateActions: readonly Action[] = [
  {
    id: 'topic.duplicate',
    labelKey: 'topic.duplicate',
    icon: BookCopy,
    scope: 'everywhere',
    isAvailable: hasTopic,
    run: (store) => {
      const { topicId, openDialog } = store.getState();
      if (topicId) openDialog({ kind: 'copy-topic', as: 'topic', topicId });
    },
  },
  {
    id: 'template.keep',
    labelKey: 'template.keep',
    icon: LayoutTemplate,
    scope: 'everywhere',
    isAvailable: hasTopic,
    run: (store) => {
      const { topicId, openDialog } = store.getState();
      if (topicId) openDialog({ kind: 'copy-topic', as: 'template', topicId });
    },
  },
];
