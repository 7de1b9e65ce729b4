// A stand-in for the `electron` module, as far as the shell uses it, with an ordinary Chromium as the window. It keeps
// what it was asked to do, and the test reads that through the bridge.
import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { startBridge } from './bridge.ts';

type Handler = (event: unknown, input: unknown) => unknown;

const seen = {
  schemes: [] as unknown[],
  windowOptions: null as unknown,
  loaded: [] as string[],
  menu: null as MenuNode[] | null,
  openedOutside: [] as string[],
  shown: [] as string[],
  errorBoxes: [] as string[][],
  permissions: {} as Record<string, boolean>,
};
const dialogAnswers: unknown[] = JSON.parse(process.env['STUB_DIALOGS'] ?? '[]') as unknown[];
const ipcHandlers = new Map<string, Handler>();
const messageListeners = new Set<ServerResponse>();
let serve: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 404 });
let permissionHandler: (
  contents: unknown,
  permission: string,
  answer: (allowed: boolean) => void,
) => void = () => {};
let beforeRequest: (
  details: { url: string },
  answer: (verdict: { cancel?: boolean }) => void,
) => void = () => {};
let windowOpenHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });

class App extends EventEmitter {
  private quitting = false;
  getPath(name: string): string {
    const path = process.env[`STUB_${name.toUpperCase()}`];
    if (!path) throw new Error(`the test gave no folder for ${name}`);
    return path;
  }
  requestSingleInstanceLock(): boolean {
    return process.env['STUB_SECOND_INSTANCE'] !== '1';
  }
  whenReady(): Promise<void> {
    return Promise.resolve();
  }
  quit(): void {
    const event = { prevented: false, preventDefault: () => void (event.prevented = true) };
    this.emit('before-quit', event);
    if (!event.prevented && !this.quitting) {
      this.quitting = true;
      process.exit(0);
    }
  }
  exit(code: number): void {
    process.exit(code);
  }
}
export const app = new App();

class WebContents extends EventEmitter {
  url = '';
  getURL(): string {
    return this.url;
  }
  setWindowOpenHandler(handler: typeof windowOpenHandler): void {
    windowOpenHandler = handler;
  }
  send(channel: string, ...values: unknown[]): void {
    for (const listener of messageListeners)
      listener.write(`data: ${JSON.stringify({ channel, values })}\n\n`);
  }
}

let contents: WebContents | null = null;

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  constructor(options: unknown) {
    super();
    seen.windowOptions = options;
    contents = this.webContents;
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.url = url;
    seen.loaded.push(url);
    if (seen.loaded.length > 1) return;
    const { address } = await startBridge(
      { page: (request) => serve(request), invoke, control },
      messageListeners,
    );
    const { webPreferences } = seen.windowOptions as { webPreferences: { preload: string } };
    process.stdout.write(`${JSON.stringify({ stub: 'window', address, preload: webPreferences.preload })}\n`);
    this.emit('ready-to-show');
  }
  show(): void {}
  maximize(): void {}
  isMaximized(): boolean {
    return false;
  }
  isMinimized(): boolean {
    return false;
  }
  restore(): void {}
  focus(): void {}
  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 40, y: 50, width: 1200, height: 800 };
  }
}

const appFrame = { url: 'carrel://app/', parent: null };

const invoke = async (channel: string, input: unknown): Promise<unknown> => {
  const handler = ipcHandlers.get(channel);
  if (!handler) throw new Error(`nobody answers ${channel}`);
  return handler({ senderFrame: appFrame }, input);
};

const emitPreventable = (name: string, url: string): boolean => {
  let prevented = false;
  contents?.emit(name, { url, preventDefault: () => void (prevented = true) });
  return prevented;
};

type MenuNode = { label?: string; role?: string; type?: string; click?: () => void; submenu?: MenuNode[] };

const clickMenu = (label: string): boolean => {
  const item = seen.menu?.flatMap((group) => group.submenu ?? []).find((entry) => entry.label === label);
  item?.click?.();
  return item !== undefined;
};

// Orders a test may give: what the user, the page or the system would do outside the page.
const orders: Record<string, (order: Record<string, unknown>) => unknown> = {
  seen: () => seen,
  navigate: ({ event, url }) => emitPreventable(String(event), String(url)),
  openWindow: ({ url }) => windowOpenHandler({ url: String(url) }),
  permission: ({ name }) => {
    let allowed: boolean | null = null;
    permissionHandler(null, String(name), (answer) => void (allowed = answer));
    return allowed;
  },
  request: ({ url }) => {
    let cancelled: boolean | null = null;
    beforeRequest({ url: String(url) }, (verdict) => void (cancelled = verdict.cancel ?? false));
    return cancelled;
  },
  invokeFrom: ({ channel, frame }) =>
    Promise.resolve()
      .then(() => ipcHandlers.get(String(channel))?.({ senderFrame: frame }, null))
      .then(
        () => 'answered',
        () => 'refused',
      ),
  dialog: ({ answer }) => dialogAnswers.push(answer),
  menu: ({ label }) => clickMenu(String(label)),
  secondInstance: () => app.emit('second-instance'),
  quit: () => {
    setTimeout(() => app.emit('window-all-closed'), 10);
  },
};

const control = (order: Record<string, unknown>): unknown => orders[String(order['do'])]?.(order);

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => seen.schemes.push(...schemes),
};
export const session = {
  defaultSession: {
    protocol: { handle: (_scheme: string, handler: typeof serve) => void (serve = handler) },
    setPermissionRequestHandler: (handler: typeof permissionHandler) => void (permissionHandler = handler),
    setPermissionCheckHandler: () => {},
    setDevicePermissionHandler: () => {},
    webRequest: { onBeforeRequest: (handler: typeof beforeRequest) => void (beforeRequest = handler) },
  },
};
export const ipcMain = {
  handle: (channel: string, handler: Handler) => void ipcHandlers.set(channel, handler),
};
export const Menu = {
  buildFromTemplate: (template: MenuNode[]) => template,
  setApplicationMenu: (menu: MenuNode[]) => void (seen.menu = menu),
};
const nextAnswer = () => Promise.resolve(dialogAnswers.shift() ?? { canceled: true, filePaths: [] });
export const dialog = {
  showOpenDialog: nextAnswer,
  showSaveDialog: nextAnswer,
  showMessageBox: nextAnswer,
  showErrorBox: (title: string, text: string) => {
    seen.errorBoxes.push([title, text]);
    process.stderr.write(`${title}: ${text}\n`);
  },
};
export const shell = {
  openExternal: (url: string) => Promise.resolve(void seen.openedOutside.push(url)),
  showItemInFolder: (path: string) => void seen.shown.push(path),
};
export const nativeTheme = { shouldUseDarkColors: false };
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 768 } }] };
