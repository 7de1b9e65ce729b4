/** What a file chooser offers as pictures. HEIC too, so that it can be refused with a sentence that helps. */
export const pictureTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/gif',
  'image/tiff',
  'image/svg+xml',
  '.heic',
  '.heif',
];
