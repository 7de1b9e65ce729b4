import type { ExportFile, RenderFile } from '../exporter.ts';

/** Making files while others are being written. */
export type Ahead = {
  readonly render: RenderFile;
  /** Waits for all that was begun, however it ends. */
  readonly settle: () => Promise<void>;
};

/** Pictures that are begun before their turn: about those of two originals. A cancel waits for what was begun. */
const most = 8;

/**
 * Begins with the next pictures while one is waited for, so that several are made at the same time and the sizes of one
 * picture together. `files` are those that will be asked for, in that order; asking for another makes it then.
 */
export const renderAhead = (files: readonly ExportFile[], render: RenderFile): Ahead => {
  const coming = files.filter(({ kind }) => kind === 'derivative').values();
  const begun = new Map<string, Promise<Uint8Array>>();
  const begin = () => {
    while (begun.size < most) {
      const next = coming.next();
      if (next.done) return;
      const bytes = render(next.value);
      // Reported to whoever asks for it; until then a failure must not count as unhandled.
      bytes.catch(() => undefined);
      begun.set(next.value.path, bytes);
    }
  };
  return {
    render: async (file) => {
      if (file.kind !== 'derivative') return render(file);
      begin();
      const bytes = begun.get(file.path) ?? render(file);
      try {
        return await bytes;
      } finally {
        begun.delete(file.path);
      }
    },
    settle: async () => {
      await Promise.allSettled(begun.values());
    },
  };
};
