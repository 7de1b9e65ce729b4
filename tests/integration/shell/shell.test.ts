import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startShell, type StubbedShell } from '#tests/support/start-shell.ts';

type Seen = {
  schemes: { scheme: string; privileges: Record<string, boolean> }[];
  windowOptions: { webPreferences: Record<string, unknown> };
  loaded: string[];
  openedOutside: string[];
  shown: string[];
  hidden: unknown[];
  printed: unknown[];
  destroyed: number;
  menu: { label?: string; submenu: { label?: string; role?: string; accelerator?: string }[] }[];
};

const call = async (shell: StubbedShell, method: string, input: object) => {
  const answer = await fetch(`${shell.address}/rpc/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  return (await answer.json()) as { ok: boolean; value: never };
};

const post = async (shell: StubbedShell, channel: string, input: unknown) => {
  const answer = await fetch(`${shell.address}/__electron/invoke`, {
    method: 'POST',
    body: JSON.stringify({ channel, input }),
  });
  return (await answer.json()) as { result?: unknown; error?: string };
};

const ended = async (shell: StubbedShell, job: object) => {
  let now: { state?: string } = {};
  const isRunning = async () => {
    now = (await call(shell, 'jobs.get', job)).value;
    return now.state === 'running';
  };
  await expect.poll(isRunning, { timeout: 10_000 }).toBe(false);
  return now;
};

describe('the built shell', () => {
  const folder = mkdtempSync(join(tmpdir(), 'carrel-shell-'));
  const libraryDir = join(folder, 'Library');
  let shell: StubbedShell;

  beforeAll(async () => {
    shell = await startShell({ libraryDir, userData: folder });
  });
  afterAll(async () => {
    await shell.stop();
    rmSync(folder, { recursive: true });
  });

  it('shows the app from its own privileged scheme', async () => {
    const seen = await shell.control<Seen>({ do: 'seen' });
    expect(seen.schemes).toEqual([
      { scheme: 'carrel', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ]);
    expect(seen.loaded).toEqual(['carrel://app/']);
    const page = await fetch(`${shell.address}/`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  it('gives the page a sandboxed, isolated window without Node', async () => {
    const { windowOptions } = await shell.control<Seen>({ do: 'seen' });
    expect(windowOptions.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
    });
  });

  it('switches nothing on that Electron’s checklist warns of', async () => {
    const { windowOptions } = await shell.control<Seen>({ do: 'seen' });
    for (const name of [
      'webSecurity',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
      'nodeIntegrationInWorker',
      'allowpopups',
    ])
      expect(windowOptions.webPreferences, name).not.toHaveProperty(name);
  });

  it('gives the page four functions of its own and nothing of Electron', async () => {
    const given: Record<string, unknown> = {};
    const sent: unknown[][] = [];
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, api: unknown) => (given[name] = api) },
      ipcRenderer: { invoke: (...words: unknown[]) => void sent.push(words), on: () => undefined },
    };
    const text = await readFile(join('out', 'preload', 'preload.cjs'), 'utf8');
    // A sandboxed preload is a script that is given `require`.
    compileFunction(text, ['require', 'exports', 'module'])(() => electron, {}, {});
    expect(Object.keys(given)).toEqual(['carrel']);
    const api = given['carrel'] as Record<string, (input?: unknown) => unknown>;
    expect(Object.keys(api).toSorted()).toEqual(['chooseSaveLocation', 'onMenu', 'openLibrary', 'reveal']);
    const path = '/etc/passwd';
    api['chooseSaveLocation']?.({ kind: 'file', suggestedName: 'x', extension: 'pdf', path });
    api['chooseSaveLocation']?.({ kind: 'folder', suggestedName: 'x', path });
    expect(sent).toEqual([
      ['carrel:choose-save-location', { kind: 'file', suggestedName: 'x', extension: 'pdf' }],
      ['carrel:choose-save-location', { kind: 'folder', suggestedName: 'x' }],
    ]);
  });

  it('answers calls through the scheme with what the Electron host can do', async () => {
    const { value } = await call(shell, 'session.get', {});
    expect(value).toMatchObject({
      host: 'electron',
      capabilities: {
        saveDialog: true,
        openLibrary: true,
        switchLibrary: true,
        revealFile: true,
        nativeMenu: true,
      },
    });
  });

  it.each([
    ['https://example.org/', ['https://example.org/']],
    ['http://example.org/', ['http://example.org/']],
    ['file:///etc/passwd', []],
    ['javascript:alert(1)', []],
    ['carrel://other/', []],
  ])('never navigates to %s', async (url, opened) => {
    const before = (await shell.control<Seen>({ do: 'seen' })).openedOutside.length;
    expect(await shell.control({ do: 'navigate', event: 'will-navigate', url })).toBe(true);
    expect((await shell.control<Seen>({ do: 'seen' })).openedOutside.slice(before)).toEqual(opened);
  });

  it('lets the app itself be reloaded', async () => {
    expect(await shell.control({ do: 'navigate', event: 'will-navigate', url: 'carrel://app/' })).toBe(false);
  });

  it.each(['will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'refuses %s to elsewhere',
    async (event) => {
      expect(await shell.control({ do: 'navigate', event, url: 'https://example.org/' })).toBe(true);
    },
  );

  it('opens no windows, and hands web links to the system', async () => {
    expect(await shell.control({ do: 'openWindow', url: 'https://example.org/x' })).toEqual({
      action: 'deny',
    });
    expect(await shell.control({ do: 'openWindow', url: 'file:///x' })).toEqual({ action: 'deny' });
    const { openedOutside } = await shell.control<Seen>({ do: 'seen' });
    expect(openedOutside).toContain('https://example.org/x');
    expect(openedOutside.filter((url) => !url.startsWith('http'))).toEqual([]);
  });

  it.each([
    ['media', false],
    ['geolocation', false],
    ['notifications', false],
    ['openExternal', false],
    ['clipboard-read', false],
    ['clipboard-sanitized-write', true],
  ])('answers the permission %s with %s', async (name, allowed) => {
    expect(await shell.control({ do: 'permission', name })).toBe(allowed);
  });

  it.each([
    ['carrel://app/rpc/x', false],
    ['https://example.org/track.png', true],
    ['ws://example.org/', true],
    ['file:///etc/passwd', true],
  ])('lets no request out: %s cancelled %s', async (url, cancelled) => {
    expect(await shell.control({ do: 'request', url })).toBe(cancelled);
  });

  it.each([
    ['another origin', { url: 'https://example.org/', parent: null }],
    ['a frame inside the page', { url: 'carrel://app/preview/x/', parent: {} }],
    ['no frame', null],
  ])('refuses messages from %s', async (_who, frame) => {
    expect(await shell.control({ do: 'invokeFrom', channel: 'carrel:open-library', frame })).toBe('refused');
  });

  it('answers a chosen place with a ticket that only it can resolve', async () => {
    const target = join(folder, 'pages.zip');
    await shell.control({ do: 'dialog', answer: { canceled: false, filePath: target } });
    const { result } = await post(shell, 'carrel:choose-save-location', {
      kind: 'file',
      extension: 'zip',
      suggestedName: '../../pages',
    });
    expect(result).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(JSON.stringify(result)).not.toContain('pages');
    await post(shell, 'carrel:reveal', result);
    await post(shell, 'carrel:reveal', 'a-ticket-nobody-gave-out');
    expect((await shell.control<Seen>({ do: 'seen' })).shown).toEqual([target]);
  });

  it('answers null when the dialog is closed, and refuses an odd request', async () => {
    expect(
      await post(shell, 'carrel:choose-save-location', {
        kind: 'file',
        extension: 'zip',
        suggestedName: 'x',
      }),
    ).toEqual({
      result: null,
    });
    const { error } = await post(shell, 'carrel:choose-save-location', {
      kind: 'file',
      extension: 'zip',
      suggestedName: 'x',
      path: '/',
    });
    expect(error).toContain('path');
  });

  it('makes a PDF by itself, in a hidden window that nothing gets out of', async () => {
    const file = join(folder, 'handout.pdf');
    await shell.control({ do: 'dialog', answer: { canceled: false, filePath: file } });
    const { result: ticket } = await post(shell, 'carrel:choose-save-location', {
      kind: 'file',
      extension: 'pdf',
      suggestedName: 'handout.pdf',
    });
    const order = { format: 'pdf', topicIds: null, ticket, options: { paper: 'letter' } };
    const { value } = await call(shell, 'exports.run', order);
    const job = await ended(shell, value);
    expect(job).toMatchObject({ state: 'done', error: null });
    const page = await readFile(file, 'utf8');
    for (const part of ['%PDF', 'size: letter portrait', 'Partnerships &amp; Collaboration'])
      expect(page.includes(part), part).toBe(true);
    const { hidden, printed, destroyed } = await shell.control<Seen>({ do: 'seen' });
    expect(hidden).toEqual([
      {
        show: false,
        hasOwnSession: true,
        webPreferences: {
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          nodeIntegrationInSubFrames: false,
          webviewTag: false,
          spellcheck: false,
        },
      },
    ]);
    expect(printed).toMatchObject([
      {
        userAgent: 'Carrel',
        options: {
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        },
      },
    ]);
    expect(destroyed).toBe(1);
    const partition = 'print';
    expect(await shell.control({ do: 'permission', name: 'media', partition })).toBe(false);
    for (const url of ['https://example.org/x.png', 'file:///etc/passwd'])
      expect(await shell.control({ do: 'request', url, partition })).toBe(true);
  });

  it('ends the hidden window at once when the PDF is no longer wanted', async () => {
    const created = await call(shell, 'topics.create', { title: 'Never printed', parentId: null });
    const { topicId } = created.value as { topicId: string };
    const order = { format: 'pdf', topicIds: [topicId], ticket: null, options: {} };
    const { value } = await call(shell, 'exports.run', order);
    const seen = () => shell.control<Seen>({ do: 'seen' });
    await expect.poll(async () => (await seen()).printed.length, { timeout: 5000 }).toBe(2);
    await call(shell, 'jobs.cancel', value);
    expect(await ended(shell, value)).toMatchObject({ state: 'cancelled' });
    expect((await seen()).destroyed).toBe(2);
  });

  it('has a menu in words, with the keys that the page hears', async () => {
    const { menu } = await shell.control<Seen>({ do: 'seen' });
    expect(menu.map((group) => group.label)).toEqual(['File', 'Edit', 'Topic', 'View', 'Help']);
    const labels = menu.flatMap((group) => group.submenu.map((item) => item.label ?? ''));
    expect(labels.filter((label) => label.startsWith('menu.'))).toEqual([]);
  });

  it('words the menu and the dialogs anew when another language is chosen', async () => {
    const groups = async () =>
      (await shell.control<Seen>({ do: 'seen' })).menu.map(({ label, submenu }) => [
        label,
        submenu.at(-1)?.label,
      ]);
    await call(shell, 'settings.update', { language: 'es' });
    await expect.poll(groups).toEqual([
      ['Archivo', 'Salir'],
      ['Edición', 'Historial…'],
      ['Tema', expect.any(String)],
      ['Ver', 'Pantalla completa'],
      ['Ayuda', 'Visita breve'],
    ]);
    await call(shell, 'settings.update', { language: 'system' });
    await expect.poll(async () => (await groups())[0]).toEqual(['File', 'Quit']);
  });
});

describe('the end of the built shell', () => {
  it('folds and unlocks the library when it is told to stop', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'carrel-shell-'));
    const libraryDir = join(folder, 'Library');
    const shell = await startShell({ libraryDir, userData: folder });
    await call(shell, 'topics.create', { title: 'Kept', parentId: null });
    expect(await shell.stop()).toBe(0);
    expect(existsSync(join(libraryDir, '.lock'))).toBe(false);
    expect(await readFile(join(libraryDir, 'library.json'), 'utf8')).toContain('Kept');
    rmSync(folder, { recursive: true });
  });

  it('makes an empty library of its own where an empty folder is chosen', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'carrel-shell-'));
    const chosen = join(folder, 'Branch library');
    mkdirSync(chosen);
    const languages = 'fr-FR,es-MX,en';
    const shell = await startShell({ libraryDir: join(folder, 'Library'), userData: folder, languages });
    await shell.control({ do: 'dialog', answer: { canceled: false, filePaths: [chosen] } });
    expect(await post(shell, 'carrel:open-library', null)).not.toHaveProperty('error');
    expect((await call(shell, 'session.get', {})).value).toMatchObject({
      library: { title: 'Branch library', language: 'es' },
      counts: { images: 0 },
    });
    expect((await call(shell, 'topics.tree', {})).value).toEqual([]);
    await shell.stop();
    rmSync(folder, { recursive: true });
  });

  it('says in a sentence why a library cannot be opened', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'carrel-shell-'));
    const libraryDir = join(folder, 'Library');
    const first = await startShell({ libraryDir, userData: folder });
    const error = await startShell({ libraryDir, userData: folder }).then(
      () => '',
      (error_: unknown) => String(error_),
    );
    expect(error).toContain('Carrel could not open this library');
    expect(error).not.toMatch(/\n\s+at /);
    await first.stop();
    rmSync(folder, { recursive: true });
  });

  it('offers to rebuild the library from what is left when there is no backup', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'carrel-shell-'));
    const libraryDir = join(folder, 'Library');
    await (await startShell({ libraryDir, userData: folder })).stop();
    writeFileSync(join(libraryDir, 'library.json'), '{"formatVersion":1,');
    rmSync(join(libraryDir, 'backups'), { recursive: true });
    const declined = await startShell({ libraryDir, userData: folder, dialogs: [{ response: 1 }] }).then(
      () => 'opened',
      (error: unknown) => String(error),
    );
    expect(declined).toContain('It can be rebuilt');
    const shell = await startShell({ libraryDir, userData: folder, dialogs: [{ response: 0 }] });
    const { value } = await call(shell, 'session.get', {});
    expect(value).toMatchObject({ library: { title: 'Rebuilt library' } });
    await shell.stop();
    expect(readdirSync(libraryDir).filter((name) => name.startsWith('library.unreadable-'))).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });

  it('offers the backup when the library cannot be read, and puts it back when told to', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'carrel-shell-'));
    const libraryDir = join(folder, 'Library');
    await (await startShell({ libraryDir, userData: folder })).stop();
    writeFileSync(join(libraryDir, 'library.json'), '{"formatVersion":1,');
    const declining = { libraryDir, userData: folder, dialogs: [{ response: 1 }], languages: 'es-MX,en' };
    const declined = await startShell(declining).then(
      () => 'opened',
      (error: unknown) => String(error),
    );
    expect(declined).toContain('Carrel no pudo abrir esta biblioteca');
    expect(declined).toMatch(/No se puede leer la biblioteca: .+ No se cambió nada\./);
    const shell = await startShell({ libraryDir, userData: folder, dialogs: [{ response: 0 }] });
    const { value } = await call(shell, 'topics.tree', {});
    expect(JSON.stringify(value)).toContain('Partnerships & Collaboration');
    await shell.stop();
    rmSync(folder, { recursive: true });
  });
});
