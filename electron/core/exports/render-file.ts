import { readFile } from 'node:fs/promises';
import type { CoreContext } from '#core/context.ts';
import { createDerivatives } from '#core/images/derivative-service.ts';
import { createImageService } from '#core/images/image-service.ts';
import type { RenderFile } from './exporter.ts';

/** The one way from a file of an export to its bytes, so that preview and export cannot differ. */
export const createRenderFile = (context: CoreContext): RenderFile => {
  const derivatives = createDerivatives(context);
  const images = createImageService(context);
  return async (file) => {
    if (file.kind === 'bytes') return file.make();
    if (file.kind === 'original') return images.readOriginal(file.image);
    const { image, width, format } = file.derivative;
    const made = await derivatives.deriveForPublication(image, width, format);
    return readFile(made.path);
  };
};
