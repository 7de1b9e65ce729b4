import type { Block, ListPlace, Look, Paragraph, Piece, StyleId } from './blocks.ts';

/** An item of a list. The first paragraph in it carries the number, the others go on below. */
export type Item = { readonly number: number; readonly level: number; isNumbered: boolean };

/** What stands around a piece of text. */
export type Around = {
  readonly style: StyleId;
  readonly look: Look;
  readonly href: string | null;
  readonly rightToLeft: boolean;
  readonly item: Item | null;
  /** How many lists it stands in. */
  readonly depth: number;
  /** Blanks and line ends are kept as they are. */
  readonly isCode: boolean;
};

/** Collects pieces into paragraphs, in the order in which they are read. */
export type Flow = {
  readonly blocks: Block[];
  readonly add: (piece: Piece) => void;
  /** Ends the open paragraph, if there is anything in it. */
  readonly end: (around: Around) => void;
  /** The next paragraph begins a page and can be linked to. */
  readonly begin: (next: { readonly anchor: string | null; readonly newPage: boolean }) => void;
};

const spaces = /[ \t\n\r\f]+/g;

/** Blanks as a browser shows them: one between words, none at the ends of a paragraph. */
const tidy = (pieces: readonly Piece[]): readonly Piece[] => {
  const found: Piece[] = [];
  let isAfterSpace = true;
  for (const piece of pieces) {
    if (piece.kind !== 'text') {
      found.push(piece);
      isAfterSpace = true;
      continue;
    }
    const single = piece.text.replaceAll(spaces, ' ');
    const text: string = isAfterSpace ? single.replace(/^ /, '') : single;
    if (text === '') continue;
    isAfterSpace = text.endsWith(' ');
    found.push({ ...piece, text });
  }
  const last = found.at(-1);
  if (last?.kind !== 'text' || !last.text.endsWith(' ')) return found;
  const text = last.text.slice(0, -1);
  return [...found.slice(0, -1), ...(text === '' ? [] : [{ ...last, text }])];
};

const listPlace = ({ item, style }: Around): ListPlace | null => {
  if (item === null || style.startsWith('Heading')) return null;
  const place = { number: item.isNumbered ? null : item.number, level: item.level };
  item.isNumbered = true;
  return place;
};

/** An empty flow. */
export const createFlow = (): Flow => {
  const blocks: Block[] = [];
  const pieces: Piece[] = [];
  let next: Pick<Paragraph, 'anchor' | 'newPage'> = { anchor: null, newPage: false };
  return {
    blocks,
    add: (piece) => void pieces.push(piece),
    begin: (given) => (next = given),
    end: (around) => {
      const all = pieces.splice(0);
      const kept = around.isCode ? all : tidy(all);
      if (kept.length === 0 && around.style !== 'Rule') return;
      const list = listPlace(around);
      const style = list !== null && /^(?:Normal|Quote)$/.test(around.style) ? 'ListParagraph' : around.style;
      blocks.push({
        kind: 'paragraph',
        style,
        pieces: kept,
        rightToLeft: around.rightToLeft,
        list,
        ...next,
      });
      next = { anchor: null, newPage: false };
    },
  };
};
