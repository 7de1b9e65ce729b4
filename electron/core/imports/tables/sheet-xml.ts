import { SaxesParser } from 'saxes';
import { refusal } from '#core/refusal.ts';

/** What is told of the elements of an XML text, their names without prefixes. */
export type SheetEvents = {
  readonly open: (name: string, attribute: (name: string) => string) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
};

const chunk = 256 * 1024;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads XML in parts, so that others get their turn. Entities of a document type are never looked up. */
export const readSheetXml = async (
  text: string,
  { open, text: tell, close }: SheetEvents,
  pace: () => Promise<void>,
): Promise<void> => {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    open(localName(name), (wanted) => attributes[wanted] ?? '');
  });
  parser.on('text', tell);
  parser.on('closetag', ({ name }) => close(localName(name)));
  try {
    for (let start = 0; start < text.length; start += chunk) {
      parser.write(text.slice(start, start + chunk));
      await pace();
    }
    parser.close();
  } catch (error) {
    if (error instanceof Error && /^\d+:\d+: /.test(error.message)) {
      throw refusal('file-format', 'sheet-damaged');
    }
    throw error;
  }
};
