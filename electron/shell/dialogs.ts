import { dialog, ipcMain, shell, type BrowserWindow } from 'electron';
import { z } from 'zod';
import type { Ticket } from '#shared/model/ids.ts';
import { channels } from './channels.ts';
import { isFromApp } from './guards.ts';
import type { Tickets } from './tickets.ts';

const suggestedName = z.string().max(200);
const saveRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('folder'), suggestedName }),
  z.strictObject({
    kind: z.literal('file'),
    suggestedName,
    extension: z.string().regex(/^[a-z0-9]{1,10}$/),
  }),
]);

type DialogOptions = {
  readonly window: () => BrowserWindow | null;
  readonly tickets: Tickets;
  readonly label: (key: string) => string;
  readonly openLibrary: () => Promise<void>;
};

// A name from the page is only ever a suggestion; separators would turn it into a path.
const asFileName = (name: string): string =>
  name.replaceAll(/[\\/:*?"<>|]/g, '-').replace(/^\.+/, '') || 'carrel';

const chooseSaveLocation = async (options: DialogOptions, request: unknown): Promise<Ticket | null> => {
  const wanted = saveRequestSchema.parse(request);
  const window = options.window();
  if (!window) return null;
  if (wanted.kind === 'folder') {
    const answer = await dialog.showOpenDialog(window, {
      title: options.label('dialog.choose-folder'),
      properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
    });
    const path = answer.filePaths[0];
    return answer.canceled || !path ? null : options.tickets.issue({ kind: 'folder', path });
  }
  const answer = await dialog.showSaveDialog(window, {
    title: options.label('dialog.save-file'),
    defaultPath: asFileName(wanted.suggestedName),
    filters: [{ name: wanted.extension.toUpperCase(), extensions: [wanted.extension] }],
  });
  return answer.canceled || !answer.filePath
    ? null
    : options.tickets.issue({ kind: 'file', path: answer.filePath });
};

/** Answers the preload's questions. Messages from anything but the app's own page are refused. */
export const answerPreload = (options: DialogOptions): void => {
  const answer = (channel: string, handle: (input: unknown) => Promise<unknown>): void => {
    ipcMain.handle(channel, (event, input: unknown) => {
      if (!isFromApp(event.senderFrame)) throw new Error('refused');
      return handle(input);
    });
  };
  answer(channels.chooseSaveLocation, (request) => chooseSaveLocation(options, request));
  answer(channels.reveal, (ticket) => {
    const place = options.tickets.place(ticket);
    if (place) shell.showItemInFolder(place.path);
    return Promise.resolve();
  });
  answer(channels.openLibrary, () => options.openLibrary());
};
