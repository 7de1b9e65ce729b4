import type { HandlersFor } from '#shared/contract/contract.ts';
import type { guideCalls } from '#shared/contract/guide.ts';
import { createGuide } from './guide-service.ts';

/** Answers the calls of `shared/contract/guide.ts`. */
export const createGuideHandlers = (): HandlersFor<keyof typeof guideCalls> => {
  const guide = createGuide();
  return { 'guide.page': ({ page }) => guide.page(page) };
};
