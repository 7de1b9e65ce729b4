import { describe, expect, it } from 'vitest';
import { droppedFolders, readFolders } from '#renderer/features/imports/folder-files.ts';
import { pathOf } from '#renderer/features/imports/use-import.ts';

type Tree = { readonly [name: string]: string | Tree };

/** What a browser gives for a dropped folder; it answers two entries at a time, as browsers answer a hundred. */
const entryOf = (name: string, content: string | Tree): FileSystemEntry => {
  const common = { name, fullPath: `/${name}`, isFile: typeof content === 'string' };
  if (typeof content === 'string')
    return {
      ...common,
      isDirectory: false,
      file: (done: (file: File) => void) => done(new File([content], name)),
    } as unknown as FileSystemEntry;
  return {
    ...common,
    isDirectory: true,
    createReader: () => {
      const left = Object.entries(content).map(([inside, one]) => entryOf(inside, one));
      return { readEntries: (done: (part: FileSystemEntry[]) => void) => done(left.splice(0, 2)) };
    },
  } as unknown as FileSystemEntry;
};

const transferOf = (tree: Tree): DataTransfer =>
  ({
    items: Object.entries(tree).map(([name, content]) => ({
      kind: 'file',
      webkitGetAsEntry: () => entryOf(name, content),
    })),
  }) as unknown as DataTransfer;

describe('a dropped folder', () => {
  it('gives every file in it with its path, without what operating systems leave behind', async () => {
    const tree = {
      Birds: {
        'links.csv': 'title',
        pictures: { 'wren.jpg': 'a', 'owl.jpg': 'b', 'Thumbs.db': 'c', more: { 'jay.jpg': 'd' } },
        '.DS_Store': 'e',
        __MACOSX: { 'links.csv': 'f' },
      },
      'loose.ris': 'TY',
    };
    const folders = droppedFolders(transferOf(tree));
    expect((await readFolders(folders ?? [])).map(pathOf)).toEqual([
      'Birds/links.csv',
      'Birds/pictures/wren.jpg',
      'Birds/pictures/owl.jpg',
      'Birds/pictures/more/jay.jpg',
      'loose.ris',
    ]);
  });

  it('is told from files alone', () => {
    expect(droppedFolders(transferOf({ 'loose.ris': 'TY' }))).toBeNull();
  });
});
