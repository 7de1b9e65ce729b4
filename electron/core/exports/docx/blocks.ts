/** How a run of text looks beyond its paragraph's style, and in which language it is. */
export type Look = {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
  /** BCP 47; absent: the document's own. */
  readonly language?: string;
};

/** What a picture is shown as, which decides its size on paper. */
export type PictureKind = 'hero' | 'entry' | 'thumbnail' | 'logo';

export type TextPiece = {
  readonly kind: 'text';
  readonly text: string;
  readonly look: Look;
  /** An address, or `#` and the anchor of another paragraph. */
  readonly href: string | null;
};

export type PicturePiece = {
  readonly kind: 'picture';
  readonly source: string;
  /** Empty: decoration. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly shownAs: PictureKind;
};

export type Piece = TextPiece | PicturePiece | { readonly kind: 'break' };

/** The styles of paragraphs, by the ids that Word knows them by where it has them itself. */
export type StyleId =
  | 'Normal'
  | 'Title'
  | 'Subtitle'
  | `Heading${1 | 2 | 3 | 4 | 5 | 6}`
  | 'ContentsTitle'
  | 'ListParagraph'
  | 'Quote'
  | 'QuoteSource'
  | 'Caption'
  | 'Picture'
  | 'Facts'
  | 'Code'
  | 'Rule';

/** A place in a list: `number` 1 is the bullets, any other a numbering of its own. Null `number`: goes on in the item. */
export type ListPlace = { readonly number: number | null; readonly level: number };

export type Paragraph = {
  readonly kind: 'paragraph';
  readonly style: StyleId;
  readonly pieces: readonly Piece[];
  readonly rightToLeft: boolean;
  readonly list: ListPlace | null;
  readonly newPage: boolean;
  /** What links in this document call this paragraph. */
  readonly anchor: string | null;
};

export type Table = { readonly kind: 'table'; readonly rows: readonly TableRow[] };

export type TableRow = { readonly isHead: boolean; readonly cells: readonly (readonly Paragraph[])[] };

export type Block = Paragraph | Table;
