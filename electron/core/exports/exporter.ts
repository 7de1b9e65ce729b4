import type { ExportOptions } from '#shared/contract/export-formats.ts';
import type { Image } from '#shared/model/image.ts';
import type { CoreContext } from '#core/context.ts';
import type { Publication } from './publication-types.ts';
import type { Derivative } from './pages/derivative.ts';

/** One file of an export: made when asked for, a derivative that the image service makes, or a picture as it came in. */
export type ExportFile = {
  readonly path: string;
  /**
   * Everything that its bytes are made of, records by themselves: where these are the very same as the last time, so are
   * the bytes, and nobody needs to make them. Left out: always made.
   */
  readonly inputs?: readonly unknown[];
} & (
  | {
      readonly kind: 'bytes';
      /** `signal`: stops what takes long. */
      readonly make: (signal?: AbortSignal) => Uint8Array | Promise<Uint8Array>;
      /** In a ZIP: not compressed. */
      readonly stored?: boolean;
    }
  | { readonly kind: 'derivative'; readonly derivative: Derivative }
  | { readonly kind: 'original'; readonly image: Image }
);

/** Makes the bytes of a file: renders it, has the image service make a derivative, or reads an original. */
export type RenderFile = (file: ExportFile) => Promise<Uint8Array>;

/** What exporters are made with: the library for those that hand over records, `render` for those that take pictures in. */
export type ExporterTools = { readonly context: CoreContext; readonly render: RenderFile };

/**
 * One format: the files of a publication, the same for the same publication, with nothing made yet. A format of the shape
 * `file` has exactly one, whose path is not used. What a format is called and made of is in
 * `shared/contract/export-formats.ts`.
 */
export type Exporter = (
  publication: Publication,
  options: ExportOptions,
) => readonly ExportFile[] | Promise<readonly ExportFile[]>;

/** A file of text, UTF-8, made when asked for. */
export const textFile = (path: string, make: () => string, inputs?: readonly unknown[]): ExportFile => ({
  path,
  kind: 'bytes',
  make: () => Buffer.from(make()),
  ...(inputs && { inputs }),
});
