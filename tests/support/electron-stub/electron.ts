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
  /** Windows beside the first, what they were asked and printed, and how many are gone. */
  hidden: [] as unknown[],
  asked: [] as string[],
  printed: [] as unknown[],
  destroyed: 0,
};
const dialogAnswers: unknown[] = JSON.parse(process.env['STUB_DIALOGS'] ?? '[]') as unknown[];
const ipcHandlers = new Map<string, Handler>();
const messageListeners = new Set<ServerResponse>();
type Serve = (request: Request) => Response | Promise<Response>;
type AskPermission = (contents: unknown, permission: string, answer: (allowed: boolean) => void) => void;
type AskRequest = (details: { url: string }, answer: (verdict: { cancel?: boolean }) => void) => void;

/** What a session was given to answer with. */
class StubSession {
  page: Serve = () => new Response(null, { status: 404 });
  permission: AskPermission = () => {};
  request: AskRequest = () => {};
  readonly protocol = { handle: (_scheme: string, handler: Serve) => void (this.page = handler) };
  readonly webRequest = { onBeforeRequest: (handler: AskRequest) => void (this.request = handler) };
  setPermissionRequestHandler(handler: AskPermission): void {
    this.permission = handler;
  }
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}
}

const partitions = new Map<string, StubSession>();

export const session = {
  defaultSession: new StubSession(),
  fromPartition: (name: string): StubSession => {
    const found = partitions.get(name) ?? new StubSession();
    partitions.set(name, found);
    return found;
  },
};

const sessionNamed = (name: unknown): StubSession =>
  typeof name === 'string' ? session.fromPartition(name) : session.defaultSession;

let windowOpenHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });

class App extends EventEmitter {
  private quitting = false;
  getPath(name: string): string {
    const path = process.env[`STUB_${name.toUpperCase()}`];
    if (!path) throw new Error(`the test gave no folder for ${name}`);
    return path;
  }
  getPreferredSystemLanguages(): string[] {
    return (process.env['STUB_LANGUAGES'] ?? 'en-US').split(',');
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
  userAgent = '';
  private readonly session: StubSession;
  constructor(own: StubSession) {
    super();
    this.session = own;
  }
  setUserAgent(userAgent: string): void {
    this.userAgent = userAgent;
  }
  executeJavaScriptInIsolatedWorld(_world: number, scripts: { code: string }[]): Promise<unknown> {
    seen.asked.push(...scripts.map(({ code }) => code));
    return Promise.resolve(true);
  }
  /** No PDF of a browser: the page as it was given, so that the test sees what would be printed. */
  async printToPDF(options: unknown): Promise<Buffer> {
    const { url, userAgent } = this;
    const page = await (await this.session.page(new Request(url))).text();
    seen.printed.push({ url, userAgent, options });
    if (page.includes('Never printed')) await new Promise(() => undefined);
    return Buffer.from(`%PDF-1.7\n${page}`);
  }
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
  readonly webContents: WebContents;
  private readonly isFirst = contents === null;
  constructor(options: { webPreferences: { session?: StubSession } }) {
    super();
    this.webContents = new WebContents(options.webPreferences.session ?? session.defaultSession);
    app.emit('web-contents-created', {}, this.webContents);
    if (!this.isFirst) {
      const { session: own, ...webPreferences } = options.webPreferences;
      seen.hidden.push({ ...options, webPreferences, hasOwnSession: own !== undefined });
      return;
    }
    seen.windowOptions = options;
    contents = this.webContents;
  }
  destroy(): void {
    seen.destroyed += 1;
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.url = url;
    if (!this.isFirst) return;
    seen.loaded.push(url);
    if (seen.loaded.length > 1) return;
    const { address } = await startBridge(
      { page: (request) => session.defaultSession.page(request), invoke, control },
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
  permission: ({ name, partition }) => {
    let allowed: boolean | null = null;
    sessionNamed(partition).permission(null, String(name), (answer) => void (allowed = answer));
    return allowed;
  },
  request: ({ url, partition }) => {
    let cancelled: boolean | null = null;
    sessionNamed(partition).request(
      { url: String(url) },
      (verdict) => void (cancelled = verdict.cancel ?? false),
    );
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
