import type { UploadId } from '#shared/model/ids.ts';

/** A file that came in whole, waiting in a temporary folder to be used. Named by the core, never by the sender. */
export type Upload = { readonly id: UploadId; readonly path: string; readonly bytes: number };

/** Files on their way in (`PUT /uploads`), kept until used or until the library closes. */
export type Uploads = {
  /** Streams a body to the disk. `invalid-input` with reason `too-large` beyond `limit` bytes, leaving nothing. */
  readonly receive: (body: ReadableStream<Uint8Array> | null, limit: number) => Promise<Upload>;
  /** Takes a file that is on this machine already (command line, Electron), by copying. */
  readonly adopt: (path: string) => Promise<Upload>;
  /** `not-found` when it was used or never was. */
  readonly require: (id: UploadId) => Upload;
  readonly discard: (id: UploadId) => Promise<void>;
  readonly close: () => Promise<void>;
};
