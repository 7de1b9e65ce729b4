import { contextBridge, ipcRenderer } from 'electron';
import type { PreloadApi } from '#shared/contract/preload.ts';
import { channels } from './channels.ts';

// The page never sees ipcRenderer: each entry names its own channel and passes only what is listed here.
const api: PreloadApi = {
  onMenu: (listener) => {
    const hear = (_event: unknown, actionId: unknown) => {
      if (typeof actionId === 'string') listener(actionId);
    };
    ipcRenderer.on(channels.menu, hear);
    return () => {
      ipcRenderer.removeListener(channels.menu, hear);
    };
  },
  chooseSaveLocation: (request) => {
    const { kind, suggestedName } = request;
    const asked =
      kind === 'file' ? { kind, suggestedName, extension: request.extension } : { kind, suggestedName };
    return ipcRenderer.invoke(channels.chooseSaveLocation, asked);
  },
  reveal: (ticket) => ipcRenderer.invoke(channels.reveal, ticket),
  openLibrary: () => ipcRenderer.invoke(channels.openLibrary),
};

contextBridge.exposeInMainWorld('carrel', api);
