import diagnostics from 'node:diagnostics_channel';
import dns from 'node:dns';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createExportService } from '#core/exports/export-service.ts';
import { exportFormats } from '#shared/contract/export-formats.ts';
import { importUpload } from '#tests/support/import-upload.ts';
import { openTestCore } from '#tests/support/open-core.ts';
import { makePublishableLibrary } from '#tests/support/publishable-library.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

let connections = 0;
const count = () => {
  connections += 1;
};

beforeEach(() => {
  connections = 0;
  diagnostics.subscribe('net.client.socket', count);
  vi.spyOn(dns, 'lookup');
});
afterEach(() => {
  diagnostics.unsubscribe('net.client.socket', count);
  vi.restoreAllMocks();
});

const page =
  '<!doctype html><title>Links</title><h2>More</h2><a href="https://example.org/a">A</a><img src="https://spy.example/x.png">';

it('would notice a connection', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, 'localhost');
  await once(socket, 'connect');
  socket.destroy();
  server.close();
  expect(connections).toBe(1);
  expect(dns.lookup).toHaveBeenCalled();
});

it('brings in, looks for, shows and exports without a single connection or name looked up', async () => {
  const folder = await temporaryFolder();
  const core = await openTestCore();
  await makePublishableLibrary(core);
  const upload = await core.context.uploads.receive(new Blob([page]).stream(), 1_000_000);
  const report = await importUpload(
    core,
    { uploadId: upload.id, fileName: 'links.html' },
    { kind: 'new', title: 'Links' },
  );
  expect(report.taken).toBeGreaterThan(0);
  await core.call('topics.tree', {});
  for (const { id, shape } of exportFormats) {
    // Printed by a browser of this machine, whose own doings are not Carrel's.
    if (id === 'pdf') continue;
    const place = join(folder, id);
    await mkdir(place);
    await createExportService(core.context).run({
      format: id,
      topicIds: null,
      destination:
        shape === 'tree' ? { kind: 'folder', path: place } : { kind: 'file', path: join(place, 'out') },
    });
  }
  await core.close();
  expect(connections).toBe(0);
  expect(dns.lookup).not.toHaveBeenCalled();
});
