import { addTo } from './add-to.ts';
import type { CoreContext } from '#core/context.ts';
import { isStaged, stageImage, unstageImage } from '#core/images/staging-service.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { Image } from '#shared/model/image.ts';
import type { Entry } from './import-draft.ts';
import type { BesideFile, BesideFiles, CandidatePicture } from './reader.ts';
import type { RowRemark } from './remark.ts';

type Needs = Pick<CoreContext, 'clock' | 'paths' | 'datastore' | 'fileTurns'>;

/** A file by the end of its path, so that `objects/a.jpg` is found however it came along. */
export type FindFile = (
  picture: CandidatePicture | null,
) => { readonly name: string; readonly file: BesideFile } | null;

const parts = (path: string): string[] =>
  path
    .normalize('NFC')
    .toLowerCase()
    .split(/[\\/]+/)
    .filter((part) => part !== '' && part !== '.');

const commonEnd = (a: readonly string[], b: readonly string[]): number => {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
};

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** Finds the file that a record's picture names: the same name, and of several the one whose folders fit best. */
export const createFindFile = (files: BesideFiles): FindFile => {
  const byName = new Map<
    string,
    { readonly name: string; readonly file: BesideFile; readonly path: string[] }[]
  >();
  for (const [name, file] of files) {
    const path = parts(name);
    const last = path.at(-1) ?? '';
    addTo(byName, last, { name, file, path });
  }
  return (picture) => {
    if (!picture?.file) return null;
    const wanted = parts(decoded(picture.file.replace(/[?#].*$/, '')));
    const found = byName.get(wanted.at(-1) ?? '') ?? [];
    const [best] = found.toSorted((a, b) => commonEnd(b.path, wanted) - commonEnd(a.path, wanted));
    return best ?? null;
  };
};

/** The pictures of records, stored but not yet recorded. */
export type StagedPictures = {
  readonly images: ReadonlyMap<Entry, Image>;
  readonly remarks: readonly RowRemark[];
  /**
   * Stores again what was deleted for good since it was staged. To be called in the file turn that records the pictures, so
   * that no record names a file that is gone.
   */
  readonly keep: () => Promise<void>;
  /** Takes the files away again: nothing was recorded. Takes a file turn of its own. */
  readonly forget: () => Promise<void>;
};

/** What words the error in any language: its reason, as `because`, and the values in it. */
const messageValues = ({ details: { reason, ...values } }: CarrelError): RowRemark['values'] =>
  Object.fromEntries(
    Object.entries({ ...values, because: reason }).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, value]] : [],
    ),
  );

const remarkOf = ({ candidate }: Entry, name: string, error: CarrelError): RowRemark => ({
  row: candidate.row,
  title: candidate.fields.title,
  reason: 'picture-refused',
  values: { ...messageValues(error), name, problem: error.message },
});

type Staging = { readonly image: Image; readonly store: () => Promise<Image> };

const stagingOf =
  (needs: Needs, { name, file }: NonNullable<ReturnType<FindFile>>, picture: CandidatePicture) =>
  async (): Promise<Image> => {
    const bytes = Buffer.from(await file.read());
    const fileName = name.split('/').at(-1) ?? name;
    return stageImage(needs, { bytes, fileName, alt: picture.alt, credit: picture.credit });
  };

/** What can still be done with what is staged. */
const createEnds = (
  needs: Needs,
  staged: ReadonlyMap<BesideFile, Staging>,
): Pick<StagedPictures, 'keep' | 'forget'> => ({
  keep: async () => {
    for (const { image, store } of staged.values()) if (!isStaged(needs, image)) await store();
  },
  forget: () =>
    needs.fileTurns(async () => {
      for (const { image } of staged.values()) await unstageImage(needs, image);
    }),
});

/** Stores the pictures that lie beside the records; one that cannot be taken is a remark, not the end. */
export const stagePictures = async (
  needs: Needs,
  { entries, find }: { readonly entries: readonly Entry[]; readonly find: FindFile },
  pace: (done: number) => Promise<void>,
): Promise<StagedPictures> => {
  const images = new Map<Entry, Image>();
  const staged = new Map<BesideFile, Staging>();
  const remarks: RowRemark[] = [];
  const ends = createEnds(needs, staged);
  try {
    for (const [index, entry] of entries.entries()) {
      await pace(index);
      const { picture } = entry.candidate;
      const found = find(picture);
      if (picture === null || found === null) continue;
      const known = staged.get(found.file);
      if (known !== undefined) {
        images.set(entry, known.image);
        continue;
      }
      try {
        const store = stagingOf(needs, found, picture);
        const image = await store();
        staged.set(found.file, { image, store });
        images.set(entry, image);
      } catch (error) {
        if (!(error instanceof CarrelError) || error.code === 'storage') throw error;
        remarks.push(remarkOf(entry, found.name, error));
      }
    }
  } catch (error) {
    await ends.forget();
    throw error;
  }
  return { images, remarks, ...ends };
};
