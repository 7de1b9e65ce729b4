/** Head of every part. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The vocabularies of Office Open XML (ECMA-376). */
export const vocabulary = {
  word: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  drawing: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  wordDrawing: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  picture: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  decorative: 'http://schemas.microsoft.com/office/drawing/2017/decorative',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  packaging: 'http://schemas.openxmlformats.org/package/2006',
} as const;
