import { createClient, type Call } from './client.ts';
import { createFollow, type Follow } from './events.ts';
import { findHost, type HostBridge } from './host.ts';
import { createUpload, type Upload } from './uploads.ts';

/** All that the interface can ask of the world outside the page. Passed in, so that tests can bring their own. */
export type Api = {
  readonly call: Call;
  readonly follow: Follow;
  readonly upload: Upload;
  readonly host: HostBridge | null;
  /** Loads the page again, from its beginning: what it shows belongs to a library that is closed. */
  readonly beginAnew: () => void;
};

/** The real thing: the core behind this page's own address. */
export const createApi = (): Api => ({
  call: createClient(),
  follow: createFollow(),
  upload: createUpload(),
  host: findHost(),
  beginAnew: () => location.reload(),
});
