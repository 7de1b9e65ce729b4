import { createHash } from 'node:crypto';
import type { Image } from '#shared/model/image.ts';
import { compareText } from '#shared/domain/ordering.ts';

/** What the bytes of a file in a bag are. */
export type BagContent =
  | { readonly kind: 'bytes'; readonly make: () => Uint8Array | Promise<Uint8Array> }
  | { readonly kind: 'original'; readonly image: Image };

/** A file of the payload, whose hash is known before its bytes are made. */
export type Payload = {
  /** Below `data/`. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly content: BagContent;
};

export type BagFile = { readonly path: string } & BagContent;

export const sha256Of = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** A text as a file of the payload. */
export const textPayload = (path: string, text: string): Payload => {
  const bytes = new TextEncoder().encode(text);
  return {
    path,
    sha256: sha256Of(bytes),
    bytes: bytes.byteLength,
    content: { kind: 'bytes', make: () => bytes },
  };
};

/** Line ends and percent signs in a path would end its line (RFC 8493 §2.1.3). */
export const encodeBagPath = (path: string): string =>
  path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D');

const manifestText = (files: readonly { readonly path: string; readonly sha256: string }[]): string =>
  files
    .toSorted((a, b) => compareText(a.path, b.path))
    .map(({ path, sha256 }) => `${sha256}  ${encodeBagPath(path)}\n`)
    .join('');

/** One line: what is folded in a tag file goes on in the next (RFC 8493 §2.2.2). */
const infoText = (info: readonly (readonly [label: string, value: string])[]): string =>
  info
    .filter(([, value]) => value.trim() !== '')
    .map(([label, value]) => `${label}: ${value.replaceAll(/\s+/g, ' ').trim()}\n`)
    .join('');

/**
 * The files of a BagIt 1.0 bag (RFC 8493) within the folder `root`: the payload with its manifest, and the tag files with
 * theirs. The same payload and `info` give the same bytes.
 */
export const bagFiles = (
  root: string,
  payload: readonly Payload[],
  info: readonly (readonly [label: string, value: string])[],
): readonly BagFile[] => {
  const octets = payload.reduce((sum, { bytes }) => sum + bytes, 0);
  const tags = [
    textPayload('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
    textPayload('bag-info.txt', infoText([...info, ['Payload-Oxum', `${octets}.${payload.length}`]])),
    textPayload(
      'manifest-sha256.txt',
      manifestText(payload.map(({ path, sha256 }) => ({ path: `data/${path}`, sha256 }))),
    ),
  ];
  const all = [...tags, textPayload('tagmanifest-sha256.txt', manifestText(tags))];
  return [
    ...all.map(({ path, content }) => ({ path: `${root}/${path}`, ...content })),
    ...payload
      .toSorted((a, b) => compareText(a.path, b.path))
      .map(({ path, content }) => ({ path: `${root}/data/${path}`, ...content })),
  ];
};
