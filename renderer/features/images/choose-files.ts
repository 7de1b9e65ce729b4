import { askForFiles } from '#renderer/ui/ask-for-files.ts';

/** What Carrel takes as a picture, for the system's file dialog. The core decides by content, whatever is chosen. */
export const pictureTypes = 'image/*,.heic,.heif,.tif,.tiff,.svg';

/** Lets the user choose files with the system's dialog; empty when it is closed. Must be called from a user's action. */
export const chooseFiles = (accept: string, multiple: boolean): Promise<readonly File[]> =>
  askForFiles({ accept, multiple });
