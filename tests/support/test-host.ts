import type { Host } from '#core/context.ts';

/** A host that can do nothing, as the core's tests need it. It loads nothing of the core. */
export const testHost: Host = {
  name: 'test',
  capabilities: {
    saveDialog: false,
    openLibrary: false,
    switchLibrary: false,
    revealFile: false,
    nativeMenu: false,
  },
  destination: () => null,
  revealTicket: () => null,
};
