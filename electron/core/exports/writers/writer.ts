import type { WrittenFile } from '../manifest.ts';
import type { KnownFile } from './known-files.ts';

/** What became of the place written to, beyond the files themselves. Paths within the export. */
export type WriterResult = {
  /** Files changed by somebody else since the last export, and the names under which they were kept. */
  readonly kept: readonly { readonly path: string; readonly keptAs: string }[];
};

/** Takes the files of an export. Nothing is seen at the destination before `finish`. */
export type Writer = {
  /** What is known of a file that stands at the destination as the last export left it. Such a one need not be added. */
  readonly standing: (path: string) => KnownFile | null;
  /** `stored`: not to be compressed, where this writer compresses. */
  readonly add: (path: string, bytes: Uint8Array, stored?: boolean) => Promise<void>;
  /** Puts everything in its place, `files` being all that was added or stands there. When it throws, the old state is back. */
  readonly finish: (files: readonly WrittenFile[]) => Promise<WriterResult>;
  /** Takes away whatever was written so far. Safe after a failed `finish`. */
  readonly abandon: () => Promise<void>;
};
