import { screen, within } from '@testing-library/react';
import type { InputOf } from '#shared/contract/contract.ts';
import type { ImageId } from '#shared/model/ids.ts';
import { addPicture } from './publishable-library.ts';
import { renderApp, type RenderedApp } from './render-app.tsx';
import type { TestCore } from './open-core.ts';

type CreditFields = NonNullable<InputOf<'images.update'>['patch']['credit']>;

/** What is known of the golden case: a maker and a license, no title and no source. */
export const goldenCredit: CreditFields = { creator: 'jenlen', licenseId: 'cc-by-nc-nd-2.0' };

/** The app with one picture of this credit, its details open. */
export const renderCreditCard = async (
  credit: CreditFields,
  prepare: (core: TestCore, imageId: ImageId) => Promise<unknown> = async () => undefined,
): Promise<RenderedApp & { readonly imageId: ImageId }> => {
  const made: { id?: ImageId } = {};
  const app = await renderApp(async (core) => {
    made.id = await addPicture(core, { seed: 1, alt: 'A whiteboard.', credit });
    await prepare(core, made.id);
  });
  if (!made.id) throw new Error('The picture was not made.');
  app.store.getState().select({ kind: 'image', imageId: made.id });
  await screen.findByRole('tabpanel', {}, { timeout: 10_000 });
  return { ...app, imageId: made.id };
};

/** The pane with the picture's details. */
export const detailsPane = () => within(screen.getByRole('complementary', { name: 'Details' }));
