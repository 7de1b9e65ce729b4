/** What a cleaned original still says beside its pixels and their colors. */
export type LeftIn = {
  /** The rights as the library knows them, as an XMP packet. */
  readonly xmp: string;
  /** Exif orientation, 1 to 8; 1 needs no words. Without it the picture would lie on its side. */
  readonly orientation: number;
};

/** A block of Exif that says which way is up and nothing else (TIFF 6.0 §2; Exif 2.32, tag 0x0112). */
export const orientationExif = (orientation: number): Buffer => {
  const exif = Buffer.from('49492a0008000000010012010300010000000000000000000000', 'hex');
  exif.writeUInt16LE(orientation, 18);
  return exif;
};
