import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createExportService } from '#core/exports/export-service.ts';
import type { Api } from '#renderer/api/api.ts';
import type { TopicId } from '#shared/model/ids.ts';
import type { TestCore } from '#tests/support/open-core.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const shareFile = async ({ context, dir }: TestCore, topicId: TopicId): Promise<File> => {
  const path = join(dir, '..', 'share.carrel');
  const destination = { kind: 'file', path } as const;
  await createExportService(context).run({ format: 'share', topicIds: [topicId], destination });
  return new File([new Uint8Array(await readFile(path))], 'from-a-colleague.zip');
};

/** A topic that was handed over twice, renamed in between, and the second of the files. */
const renderShared = async () => {
  const cores: TestCore[] = [];
  const upload: Api['upload'] = async (file) => {
    const [core] = cores;
    if (!core) throw new Error('an upload before the core');
    return (await core.context.uploads.receive(file.stream(), 1_000_000)).id;
  };
  const app = await renderApp(
    async (core) => cores.push(core),
    (api) => ({ ...api, upload }),
  );
  const { call } = app.core;
  const { topicId } = await call('topics.create', { title: 'As handed over', parentId: null });
  await shareFile(app.core, topicId);
  await call('topics.update', { topicId, patch: { title: 'Renamed there' } });
  const file = await shareFile(app.core, topicId);
  return { ...app, topicId, file };
};

test('a share file is recognized by its content where things are brought in', async () => {
  const { store, file } = await renderShared();
  store.getState().openDialog({ kind: 'import', topicId: null, files: [file] });
  const dialog = await screen.findByRole('dialog', { name: 'Open a share file' });
  expect(await within(dialog).findByText('Renamed there')).toBeDefined();
  expect(
    within(dialog).getByText('Everything in it is here already. There is nothing to take in.'),
  ).toBeDefined();
});

test('a topic that is gone here comes in again, and can be opened', async () => {
  const { user, store, core, topicId, file } = await renderShared();
  await core.call('topics.remove', { topicId });
  store.getState().openDialog({ kind: 'open-share', file });
  await screen.findByText('new here');
  await user.click(screen.getByRole('button', { name: 'Take it in' }));
  await user.click(await screen.findByRole('button', { name: 'Open the topic' }));
  await waitFor(() => expect(store.getState().board?.topic.title).toBe('Renamed there'));
});
