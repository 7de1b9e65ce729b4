import type { Image } from '#shared/model/image.ts';

/** A size and format of a picture that pages refer to. `width` in pixels. */
export type Derivative = { readonly image: Image; readonly width: number; readonly format: 'webp' | 'jpeg' };
