/** Names of the messages between preload and main process. The preload is the only sender. */
export const channels = {
  menu: 'carrel:menu',
  chooseSaveLocation: 'carrel:choose-save-location',
  reveal: 'carrel:reveal',
  openLibrary: 'carrel:open-library',
} as const;
