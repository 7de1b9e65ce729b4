import { protocol, type Session } from 'electron';

/** The scheme that the app's pages are read by. */
export const scheme = 'carrel';

/** The one origin that the window may show. */
export const appOrigin = `${scheme}://app`;

/**
 * Makes `carrel:` behave like https for the page (relative addresses, fetch, streams, storage). Electron wants this
 * before the app is ready.
 */
export const registerAppScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
};

/** Gives every request of the window to the core's door. */
export const serveApp = (session: Session, fetchFromCore: (request: Request) => Promise<Response>): void => {
  session.protocol.handle(scheme, (request) =>
    new URL(request.url).host === 'app' ? fetchFromCore(request) : new Response(null, { status: 404 }),
  );
};
