import ExifReader from 'exifreader';
import type { ImageMediaType } from '#shared/model/image.ts';
import { decodeXml } from './decode-text.ts';
import {
  fromExif,
  fromIptc,
  fromPngText,
  fromRdf,
  fromSvgTitle,
  type Statement,
} from './embedded-sources.ts';
import { openPixels } from './pixels.ts';
import { parseXml } from './xml-tree.ts';

const mostMetadata = 16 * 1024 * 1024;

/** The packet of a GIF lies bare in an application extension, closed by its own end marker (XMP part 3 §1.1.2). */
const gifXmp = (bytes: Buffer): Buffer | null => {
  const start = bytes.indexOf('!\xff\x0bXMP DataXMP', 0, 'latin1');
  const end = start === -1 ? -1 : bytes.indexOf('<?xpacket end', start, 'latin1');
  return end === -1 ? null : bytes.subarray(start + 14, bytes.indexOf('?>', end, 'latin1') + 2);
};

/** The decoder finds packets that are compressed (PNG) or in boxes (AVIF, WebP, TIFF). */
const decoderXmp = async (bytes: Buffer, mediaType: ImageMediaType): Promise<Buffer | null> => {
  const found = await openPixels(bytes, mediaType, false)
    .metadata()
    .catch(() => null);
  return found?.xmp ?? null;
};

const readXmp = (packet: Uint8Array | string): Statement[] => {
  try {
    return [fromRdf(parseXml(typeof packet === 'string' ? packet.trim() : decodeXml(packet).trim()), 'xmp')];
  } catch {
    // Damaged metadata is no reason to refuse a sound picture.
    return [];
  }
};

/** Gives the reader an empty document: it then hands out the packet's text, which our own strict parser reads. */
const emptyDocument = { childNodes: [], getElementsByTagName: () => [] };
const noParser = { parseFromString: () => emptyDocument };

type Groups = { readonly [Name in 'exif' | 'iptc' | 'pngText']?: Readonly<Record<string, unknown>> } & {
  readonly xmp?: { readonly _raw?: string };
};

const readGroups = async (bytes: Buffer): Promise<Groups> => {
  try {
    // A CommonJS module: Node finds its default export only, whatever the types say.
    // oxlint-disable-next-line import/no-named-as-default-member
    return (await ExifReader.load(bytes, {
      expanded: true,
      async: true,
      decompress: { maxDecompressedSize: mostMetadata },
      domParser: noParser,
      includeTags: {
        exif: ['Artist', 'Copyright'],
        iptc: ['Object Name', 'By-line', 'Credit', 'Copyright Notice'],
        png: true,
        xmp: true,
      },
    })) as unknown as Groups;
  } catch {
    return {};
  }
};

const readSvg = (bytes: Buffer): Statement[] => {
  try {
    const root = parseXml(decodeXml(bytes));
    return [fromRdf(root, 'svg'), fromSvgTitle(root)];
  } catch {
    return [];
  }
};

/**
 * What a picture file says about its own rights, schema by schema, the most trusted first: XMP, IPTC-IIM, Exif, PNG
 * text (docs/decisions/0004-embedded-rights-precedence.md). Nothing else is read: no places, no camera numbers.
 * Metadata that cannot be read is left out; it never throws.
 */
export const readEmbedded = async (bytes: Buffer, mediaType: ImageMediaType): Promise<Statement[]> => {
  if (mediaType === 'image/svg+xml') return readSvg(bytes);
  const groups = await readGroups(bytes);
  const packet =
    (mediaType === 'image/gif' ? gifXmp(bytes) : await decoderXmp(bytes, mediaType)) ??
    groups.xmp?._raw ??
    null;
  return [
    ...(packet === null || packet.length > mostMetadata ? [] : readXmp(packet)),
    ...(groups.iptc ? [fromIptc(groups.iptc)] : []),
    ...(groups.exif ? [fromExif(groups.exif)] : []),
    ...(groups.pngText ? [fromPngText(groups.pngText)] : []),
  ];
};
