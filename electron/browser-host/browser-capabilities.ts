import type { Host } from '#core/context.ts';

/** What a web browser can do for the core: nothing outside the page. Results are downloads. */
export const browserPort: Host = {
  name: 'browser',
  capabilities: {
    saveDialog: false,
    openLibrary: false,
    switchLibrary: true,
    revealFile: false,
    nativeMenu: false,
  },
  destination: () => null,
  revealTicket: () => null,
};
