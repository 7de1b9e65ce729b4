import { readFile } from 'node:fs/promises';
import type { CoreContext } from '#core/context.ts';
import { createDerivatives, type Derivatives } from '#core/images/derivative-service.ts';
import { createImageService } from '#core/images/image-service.ts';
import type { RenderFile } from './exporter.ts';

/** The one way from a file of an export to its bytes, so that preview and export cannot differ. `signal` stops what takes long. */
export const createRenderFile = (context: CoreContext, signal?: AbortSignal): RenderFile => {
  // Made for the first picture: most exports after an edit make none.
  let derivatives: Derivatives | null = null;
  return async (file) => {
    if (file.kind === 'bytes') return file.make(signal);
    if (file.kind === 'original') return createImageService(context).readOriginal(file.image);
    derivatives ??= createDerivatives(context);
    const { image, width, format } = file.derivative;
    const made = await derivatives.deriveForPublication(image, width, format);
    return readFile(made.path);
  };
};
