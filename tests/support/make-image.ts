import sharp from 'sharp';

type Format = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'tiff';

export type Making = {
  readonly format?: Format;
  readonly width?: number;
  readonly height?: number;
  /** Makes different bytes. */
  readonly seed?: number;
  /** Properties of an `rdf:Description`, as XML. */
  readonly xmp?: string;
  readonly exif?: Readonly<Record<string, string>>;
  /** IIM data sets of record 2, by number; a value is written as the bytes it has. */
  readonly iptc?: Readonly<Record<number, Buffer>>;
  /** Exif orientation, 1 to 8. */
  readonly orientation?: number;
};

const xmpNamespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
  cc: 'http://creativecommons.org/ns#',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  exif: 'http://ns.adobe.com/exif/1.0/',
};

/** An XMP packet with these properties. */
export const xmpPacket = (properties: string): string => {
  const declared = Object.entries(xmpNamespaces).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""${declared.join('')}>${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
};

const dataSet = (number: number, value: Buffer): Buffer => {
  const head = Buffer.from([0x1c, 2, number, 0, 0]);
  head.writeUInt16BE(value.length, 3);
  return Buffer.concat([head, value]);
};

/** A JPEG APP13 segment with an IIM block as Photoshop keeps it (resource 0x0404). */
const app13 = (records: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(records.length);
  const padding = Buffer.alloc(records.length % 2);
  const resource = Buffer.concat([Buffer.from('8BIM\x04\x04\0\0', 'latin1'), size, records, padding]);
  const body = Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), resource]);
  const head = Buffer.from([0xff, 0xed, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

const withIptc = (jpeg: Buffer, values: Readonly<Record<number, Buffer>>): Buffer => {
  const records = Buffer.concat(
    Object.entries(values).map(([number, value]) => dataSet(Number(number), value)),
  );
  return Buffer.concat([jpeg.subarray(0, 2), app13(records), jpeg.subarray(2)]);
};

/** Red at the top left, green to the right, blue downwards: any turn, flip or negative can be seen. */
const drawPixels = (width: number, height: number, seed: number): Buffer => {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [(at % width) / width, Math.floor(at / width) / height];
    pixels[at * 3] = x < 0.5 && y < 0.5 ? 230 : 30;
    pixels[at * 3 + 1] = Math.round(x * 200);
    pixels[at * 3 + 2] = (Math.round(y * 200) + seed) % 256;
  }
  return pixels;
};

/** A small picture that carries what a test needs. IPTC only in a JPEG. */
export const makeImage = async (making: Making = {}): Promise<Buffer> => {
  const { format = 'jpeg', width = 120, height = 80, seed = 0, xmp, exif, iptc, orientation } = making;
  let picture = sharp(drawPixels(width, height, seed), { raw: { width, height, channels: 3 } });
  if (exif) picture = picture.withExif({ IFD0: exif });
  if (orientation !== undefined) picture = picture.withMetadata({ orientation });
  if (xmp !== undefined) picture = picture.withXmp(xmpPacket(xmp));
  const bytes = await picture.toFormat(format).toBuffer();
  return iptc ? withIptc(bytes, iptc) : bytes;
};

/** A GIF or WebP of several frames. */
export const makeAnimation = async (
  format: 'gif' | 'webp',
  frames = 3,
  width = 60,
  height = 40,
): Promise<Buffer> => {
  const all = Buffer.concat(
    Array.from({ length: frames }, (_unused, index) => drawPixels(width, height, index * 60)),
  );
  return sharp(all, { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
    .toFormat(format, { loop: 0, delay: Array.from({ length: frames }, () => 100) })
    .toBuffer();
};
