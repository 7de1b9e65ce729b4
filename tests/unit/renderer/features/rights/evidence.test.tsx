import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { EvidenceId } from '#shared/model/ids.ts';
import { detailsPane, renderCreditCard } from '#tests/support/credit-card.tsx';

const note = (text: string) => ({ uploadId: null, fileName: '', fields: { note: text } });

const renderEvidence = async (notes: readonly string[] = []) => {
  const app = await renderCreditCard(
    { licenseId: 'permission', creator: 'J. Doe' },
    async (core, imageId) => {
      for (const text of notes) await core.call('evidence.add', { imageId, ...note(text) });
    },
  );
  await app.user.click(detailsPane().getByRole('button', { name: 'Evidence' }));
  const list = () => within(screen.getByRole('list', { name: 'Evidence kept' }));
  const kept = () => app.core.call('evidence.list', { imageId: app.imageId });
  return { ...app, list, kept };
};

test('keeps a note only, opens it to be described, and says so', async () => {
  const { user, list, kept } = await renderEvidence();
  await user.click(await screen.findByRole('button', { name: 'Note only' }));
  await waitFor(() => expect(screen.getByText('Evidence added.')).toBeDefined());
  await user.type(await list().findByRole('textbox', { name: 'Seen on' }), '2026-03{Enter}');
  await user.type(list().getByRole('textbox', { name: 'License as found' }), 'Some rights reserved');
  await user.tab();
  await waitFor(async () =>
    expect(await kept()).toMatchObject([
      { file: null, seenOn: '2026-03', licenseAsFound: 'Some rights reserved' },
    ]),
  );
  expect(await list().findByText(/Note only · seen March 2026 · Some rights reserved/)).toBeDefined();
});

test('refuses an address that is none, and keeps what is there', async () => {
  const { user, list, kept } = await renderEvidence(['First']);
  await user.click(list().getByRole('button', { name: /^Something else/ }));
  await user.type(await list().findByRole('textbox', { name: 'Address of the page' }), 'nonsense{Enter}');
  await waitFor(() =>
    expect(list().getByRole('textbox', { name: 'Address of the page' }).getAttribute('aria-invalid')).toBe(
      'true',
    ),
  );
  expect((await kept()).map(({ pageUrl }) => pageUrl)).toEqual([null]);
});

test('removes a piece, gives the focus to its neighbor, and brings it back by undo', async () => {
  const { user, list, kept } = await renderEvidence(['First', 'Second']);
  const [first] = list().getAllByRole('button', { name: /^Something else/ });
  if (!first) throw new Error('There is no evidence.');
  await user.click(first);
  await user.click(await list().findByRole('button', { name: 'Remove' }));
  await waitFor(async () => expect((await kept()).map(({ note: text }) => text)).toEqual(['Second']));
  await waitFor(() =>
    expect(document.activeElement).toBe(list().getByRole('button', { name: /^Something else/ })),
  );
  const notices = within(screen.getByRole('region', { name: 'Notices' }));
  await user.click(notices.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await kept()).toHaveLength(2));
});

test('meets the duty of a permission, in the card, too', async () => {
  const { user } = await renderEvidence();
  const checklist = () => within(screen.getByRole('region', { name: 'Is the credit complete?' }));
  expect(checklist().queryByText('This credit is complete.')).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Note only' }));
  await waitFor(() => expect(checklist().getByText('This credit is complete.')).toBeDefined());
});

test('a kept file can be had again under its own name', async () => {
  const made: { id?: EvidenceId } = {};
  const { user } = await renderCreditCard({}, async (core, imageId) => {
    const upload = await core.fetch(
      new Request('carrel://app/uploads?kind=evidence', {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream' },
        body: new TextEncoder().encode('From: a@example.org\nSubject: Yes\n\nYou may.'),
      }),
    );
    const { value } = (await upload.json()) as { value: { uploadId: string } };
    const added = await core.call('evidence.add', {
      imageId,
      uploadId: value.uploadId,
      fileName: 'letter.eml',
      fields: {},
    });
    made.id = added.evidenceId;
  });
  await user.click(detailsPane().getByRole('button', { name: 'Evidence' }));
  await user.click(await screen.findByRole('button', { name: /^letter\.eml/ }));
  const link = await screen.findByRole('link', { name: 'Save a copy of the file' });
  expect(link.getAttribute('href')).toBe(`/evidence/${made.id}`);
  expect(link.getAttribute('download')).toBe('letter.eml');
});
