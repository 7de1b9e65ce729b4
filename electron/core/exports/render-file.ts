import { readFile } from 'node:fs/promises';
import type { CoreContext } from '#core/context.ts';
import { createDerivatives } from '#core/images/derivative-service.ts';
import type { SiteFile } from './site/site-files.ts';

/** Makes the bytes of a file of the site: renders a page, or has the image service make a derivative. */
export type RenderFile = (file: SiteFile) => Promise<Uint8Array>;

/** The one way from a file of the site to its bytes, so that preview and export cannot differ. */
export const createRenderFile = (context: CoreContext): RenderFile => {
  const derivatives = createDerivatives(context);
  return async (file) => {
    if (file.kind === 'bytes') return file.make();
    const { image, width, format } = file.derivative;
    const made = await derivatives.deriveForPublication(image, width, format);
    return readFile(made.path);
  };
};
