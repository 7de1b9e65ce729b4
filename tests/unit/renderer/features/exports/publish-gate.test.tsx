import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { InputOf } from '#shared/contract/contract.ts';
import { addPicture } from '#tests/support/publishable-library.ts';
import { renderApp } from '#tests/support/render-app.tsx';

type CreditFields = NonNullable<InputOf<'images.update'>['patch']['credit']>;

const whole: CreditFields = { creator: 'jenlen', sourceUrl: 'https://example.org/1' };

const renderPublish = async (credit: CreditFields, alt = 'A bridge.') => {
  const app = await renderApp(async (core) => {
    const { topicId } = await core.call('topics.create', { title: 'Crossings', parentId: null });
    const imageId = await addPicture(core, { seed: 1, alt, credit });
    await core.call('topics.update', { topicId, patch: { hero: { imageId, focalPoint: null } } });
    await core.call('resources.create', { fields: { title: 'One' }, topicId, sectionId: null });
  });
  await app.user.click(screen.getByRole('button', { name: 'Publish' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Publish' }));
  const start = () => dialog.getByRole('button', { name: /Download/ });
  const canStart = () => !start().hasAttribute('disabled');
  return { ...app, dialog, start, canStart };
};

test('lets a topic with complete credits through', async () => {
  const { dialog, canStart } = await renderPublish({ ...whole, licenseId: 'cc-by-4.0' });
  await waitFor(() => expect(canStart()).toBe(true));
  expect(dialog.queryByRole('region', { name: 'Pictures that keep this from being published' })).toBeNull();
  expect(dialog.queryByRole('radiogroup', { name: /commercial advantage/ })).toBeNull();
});

test('puts the code of the topic on the clipboard, as formatted text and as code, and says so', async () => {
  const { user, dialog } = await renderPublish({ ...whole, licenseId: 'cc-by-4.0' });
  const written: Record<string, Blob>[] = [];
  vi.stubGlobal('ClipboardItem', function keep(content: Record<string, Blob>) {
    written.push(content);
  });
  vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
  await user.click(dialog.getByRole('button', { name: /As what/ }));
  await user.click(await screen.findByRole('option', { name: /LibGuides/ }));
  const button = dialog.getByRole('button', { name: 'Copy the code' });
  await waitFor(() => expect(button.hasAttribute('disabled')).toBe(false));
  await user.click(button);
  await waitFor(() => expect(written).toHaveLength(1));
  expect(Object.keys(written[0] ?? {})).toEqual(['text/html', 'text/plain']);
  expect(navigator.clipboard.write).toHaveBeenCalledTimes(1);
  expect(await screen.findByText('The code of “Crossings” is on the clipboard.')).toBeDefined();
});

test('keeps an undecided picture back and leads to it', async () => {
  const { user, store, dialog, canStart } = await renderPublish({ title: 'Bridge' });
  expect(await dialog.findByText('1 picture is not ready to be published')).toBeDefined();
  expect(canStart()).toBe(false);
  await user.click(dialog.getByRole('button', { name: 'Fix the credit of “Bridge”' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(store.getState().selection.kind).toBe('image');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'License' })));
});

test('leads from a picture without a text alternative to its field', async () => {
  const { user, dialog } = await renderPublish({ ...whole, title: 'Bridge', licenseId: 'cc-by-4.0' }, '');
  await user.click(await dialog.findByRole('button', { name: 'Describe the picture “Bridge”' }));
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Text alternative' })),
  );
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('keeps an incomplete credit back and says what is missing', async () => {
  const { dialog, canStart } = await renderPublish({ creator: 'jenlen', licenseId: 'cc-by-2.0' });
  expect(await dialog.findByText(/Add the address of the page where the picture was found/)).toBeDefined();
  expect(canStart()).toBe(false);
});

test('publishes anyway with a reason, which can be taken back', async () => {
  const { user, dialog, canStart } = await renderPublish({ title: 'Bridge' });
  await user.click(await dialog.findByRole('button', { name: 'Publish anyway…' }));
  const reason = within(await screen.findByRole('dialog', { name: 'Publish this picture all the same' }));
  await user.type(reason.getByRole('textbox', { name: /^Reason/ }), 'Agreed by phone');
  await user.click(reason.getByRole('button', { name: 'Record the decision' }));
  await waitFor(() => expect(canStart()).toBe(true));
  expect(dialog.getByText('“Agreed by phone” (tester)')).toBeDefined();
  await user.click(dialog.getByRole('button', { name: 'Take back the decision about “Bridge”' }));
  await waitFor(() => expect(canStart()).toBe(false));
});

test('asks about commercial use where a license makes it matter, and remembers the answer', async () => {
  const { user, store, dialog, canStart } = await renderPublish({ ...whole, licenseId: 'cc-by-nc-4.0' });
  await dialog.findByRole('radiogroup', { name: /commercial advantage/ });
  expect(canStart()).toBe(false);
  await user.click(dialog.getByRole('radio', { name: /^No, it is not sold/ }));
  await waitFor(() => expect(canStart()).toBe(true));
  expect(store.getState().board?.topic.commercialUse).toBe(false);
  await user.click(dialog.getByRole('radio', { name: /^Yes, for example/ }));
  expect(await dialog.findByText(/1 picture is not ready/)).toBeDefined();
  expect(canStart()).toBe(false);
});
