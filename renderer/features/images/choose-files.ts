/** What Carrel takes as a picture, for the system's file dialog. The core decides by content, whatever is chosen. */
export const pictureTypes = 'image/*,.heic,.heif,.tif,.tiff,.svg';

/** Lets the user choose files with the system's dialog; empty when it is closed. Must be called from a user's action. */
export const chooseFiles = (accept: string, multiple: boolean): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = multiple;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
