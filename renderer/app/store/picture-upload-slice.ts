import type { PictureUploadSlice } from './state.ts';
import type { SliceTools } from './tools.ts';

/** Pictures on their way into the library: one run at a time, which can be stopped. */
export const createPictureUploadSlice = ({ set }: SliceTools): PictureUploadSlice => ({
  pictureUpload: null,
  showPictureUpload: (pictureUpload) => set({ pictureUpload }),
  stopPictureUpload: () => undefined,
});
