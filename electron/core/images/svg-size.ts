import { attributeOf, type XmlElement } from './xml-tree.ts';

/** CSS pixels in a unit (CSS Values 4 §6.2): 96 to the inch. */
const pixelsPer: Record<string, number> = {
  '': 1,
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  pt: 4 / 3,
  pc: 16,
  em: 16,
  ex: 8,
};

const toPixels = (length: string | null): number | null => {
  const match = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(length ?? '');
  const factor = pixelsPer[(match?.[2] ?? '').toLowerCase()];
  const pixels = match && factor !== undefined ? Number(match[1]) * factor : Number.NaN;
  return Number.isFinite(pixels) && pixels > 0 ? pixels : null;
};

export type SvgSize = { readonly width: number; readonly height: number; readonly hasViewBox: boolean };

/** What a browser gives a replaced element that says nothing of its size (CSS 2.2 §10.3.2). */
const standard = { width: 300, height: 150 } as const;

const boxSize = (root: XmlElement): { readonly width: number; readonly height: number } | null => {
  const numbers = (attributeOf(root, '', 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , width = 0, height = 0] = numbers;
  return numbers.length === 4 && numbers.every(Number.isFinite) && width > 0 && height > 0
    ? { width, height }
    : null;
};

/** How large a drawing is shown, in CSS pixels: its own lengths, else its view box, else the standard size. */
export const svgSize = (root: XmlElement): SvgSize => {
  const box = boxSize(root);
  const width = toPixels(attributeOf(root, '', 'width'));
  const height = toPixels(attributeOf(root, '', 'height'));
  if (!box) return { width: width ?? standard.width, height: height ?? standard.height, hasViewBox: false };
  const ratio = box.width / box.height;
  return {
    width: width ?? (height === null ? box.width : height * ratio),
    height: height ?? (width === null ? box.height : width / ratio),
    hasViewBox: true,
  };
};
