import { shell, type App, type Session, type WebContents } from 'electron';
import { appOrigin } from './app-scheme.ts';

const isOwnPage = (address: string): boolean => URL.canParse(address) && originOf(address) === appOrigin;

// `URL.origin` is "null" for a scheme that Node does not know, so it is put together by hand.
const originOf = (address: string): string => {
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
};

/** Opens a link in the user's own browser: http and https only, whatever the page asks for. */
export const openOutside = (address: string): void => {
  if (!URL.canParse(address)) return;
  const { protocol } = new URL(address);
  if (protocol === 'https:' || protocol === 'http:') void shell.openExternal(address);
};

const guardContents = (contents: WebContents): void => {
  contents.on('will-navigate', (event) => {
    if (isOwnPage(event.url)) return;
    event.preventDefault();
    openOutside(event.url);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
};

/** No navigation away, no new windows, no webviews: for every page the app ever shows. */
export const guardNavigation = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents);
  });
};

const allowedSchemes = new Set(['carrel:', 'blob:', 'data:', 'devtools:']);

// Copying a credit line is the one thing a page needs permission for; it writes plain text, HTML and pictures only.
const allowedPermissions = new Set(['clipboard-sanitized-write']);

/** Refuses permissions and every request that would leave the machine. */
export const guardSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(allowedPermissions.has(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => allowedPermissions.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !allowedSchemes.has(new URL(details.url).protocol) });
  });
};

/** Whether a message came from the app's own page and not from a frame inside it. */
export const isFromApp = (frame: { readonly url: string; readonly parent: unknown } | null): boolean =>
  frame !== null && frame.parent === null && isOwnPage(frame.url);
