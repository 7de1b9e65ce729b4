import { askForFiles } from '#renderer/ui/ask-for-files.ts';

/** Files that an operating system leaves everywhere. */
const isSystemFile = (name: string): boolean =>
  name.startsWith('.') || /^(?:thumbs\.db|desktop\.ini|__macosx)$/i.test(name);

/** Gives a file the path that it has below the folder it came in, as a directory field does by itself. */
const withPath = (file: File, path: string): File =>
  Object.defineProperty(file, 'webkitRelativePath', { value: path });

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });

/** A reader answers a part at a time; an empty part is the end. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (part.length === 0) return all;
    all.push(...part);
  }
};

const filesIn = async (entry: FileSystemEntry, above: string): Promise<File[]> => {
  if (isSystemFile(entry.name)) return [];
  const path = `${above}${entry.name}`;
  if (entry.isFile) return [withPath(await fileOf(entry as FileSystemFileEntry), path)];
  const files: File[] = [];
  for (const inside of await entriesOf(entry as FileSystemDirectoryEntry))
    files.push(...(await filesIn(inside, `${path}/`)));
  return files;
};

/** The entries of what is dropped, if a folder is among them. To be asked at once: a moment later they are gone. */
export const droppedFolders = ({ items }: DataTransfer): readonly FileSystemEntry[] | null => {
  const entries = [...items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    return entry === null ? [] : [entry];
  });
  return entries.some(({ isDirectory }) => isDirectory) ? entries : null;
};

/** Every file in what was dropped, each with its path. */
export const readFolders = async (entries: readonly FileSystemEntry[]): Promise<File[]> => {
  const files: File[] = [];
  for (const entry of entries) files.push(...(await filesIn(entry, '')));
  return files;
};

const hasSystemPart = (path: string): boolean => path.split('/').some(isSystemFile);

/** Lets the user choose a folder with the system's dialog; empty when it is closed. Must be called from a user's action. */
export const chooseFolder = async (): Promise<readonly File[]> =>
  (await askForFiles({ webkitdirectory: true })).filter(
    ({ webkitRelativePath }) => !hasSystemPart(webkitRelativePath),
  );
