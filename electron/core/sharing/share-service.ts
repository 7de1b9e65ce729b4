import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CoreContext } from '#core/context.ts';
import { createImageService } from '#core/images/image-service.ts';
import type { TopicId } from '#shared/model/ids.ts';
import type { RecordOf } from '#shared/model/library.ts';
import { bagFiles, sha256Of, textPayload, type BagFile, type Payload } from './bag.ts';
import { canonicalJson } from './canonical-json.ts';
import { roCrateJson } from './ro-crate.ts';
import { sharePaths, shareRoot, type About } from './share-file.ts';
import { collectRecords, toLists, type RecordLists, type ShareRecords } from './share-records.ts';
import { openShareStates, type ShareStates } from './share-states.ts';

/** What to hand over. */
export type ShareOrder = {
  readonly topicIds: readonly TopicId[];
  /** Whether what is kept about the pictures' rights comes along. */
  readonly evidence: boolean;
};

/** Handing topics over to a colleague. */
export type ShareService = {
  /**
   * The files of a share file, in their order: a BagIt bag that is an RO-Crate, too. The same records, and the same
   * history of handing over, give the same bytes. When its records are written, the state is remembered as sent.
   */
  readonly files: (order: ShareOrder) => Promise<readonly BagFile[]>;
  /** Everything in the library but its trash and undo history as canonical JSON. */
  readonly dump: () => string;
};

const allTopics = ({ datastore }: CoreContext): ReadonlySet<TopicId> =>
  new Set(Object.values(datastore.tables.topics).map(({ id }) => id));

const imagePayload = (context: CoreContext, records: ShareRecords): readonly Payload[] => {
  const images = createImageService(context);
  return Object.values(records.images).map((image) => ({
    path: sharePaths.image(image.id, images.extensionOf(image)),
    sha256: image.id,
    bytes: image.bytes,
    content: { kind: 'original', image },
  }));
};

type EvidenceFile = NonNullable<RecordOf<'evidence'>['file']>;

const evidencePayload = ({ paths }: CoreContext, records: ShareRecords): readonly Payload[] => {
  const files = Object.values(records.evidence).flatMap(({ file }) => (file === null ? [] : [file]));
  return [...new Map(files.map((file) => [file.sha256, file])).values()].map(
    ({ sha256, extension, bytes }: EvidenceFile) => ({
      path: sharePaths.evidence(sha256, extension),
      sha256,
      bytes,
      content: { kind: 'bytes', make: () => readFile(join(paths.evidence, `${sha256}.${extension}`)) },
    }),
  );
};

/** The newest change in the records: their own date, so that no clock is needed. */
const latestDay = ({ topics, resources }: ShareRecords): string =>
  [...Object.values(topics), ...Object.values(resources)]
    .map(({ updatedAt }) => updatedAt)
    .reduce((newest, instant) => (instant > newest ? instant : newest), '1970-01-01T00:00:00.000Z')
    .slice(0, 10);

/** What the state was based on: the last that came from somebody else, or else the first that was handed over. */
const chooseBase = async (states: ShareStates, own: string): Promise<About> => {
  const known = await states.list();
  const all = [...new Set([...known.map(({ sha256 }) => sha256), own])];
  const base = known.findLast(({ direction }) => direction === 'received') ?? known[0];
  const text = base ? await states.text(base.sha256) : null;
  return {
    format: 'carrel-share',
    version: 1,
    states: [...all.filter((sha256) => sha256 !== own), own],
    base: base && text !== null ? base.sha256 : own,
  };
};

const statePayload = async (context: CoreContext, lists: RecordLists): Promise<readonly Payload[]> => {
  const states = openShareStates(context);
  const text = canonicalJson(lists);
  const own = sha256Of(text);
  const about = await chooseBase(states, own);
  const base = about.base === own ? null : await states.text(about.base);
  const records = textPayload(sharePaths.records, text);
  return [
    textPayload(sharePaths.about, `${JSON.stringify(about, null, 2)}\n`),
    {
      ...records,
      content: {
        kind: 'bytes',
        make: async () => {
          await states.remember('sent', text);
          return new TextEncoder().encode(text);
        },
      },
    },
    ...(base === null ? [] : [textPayload(sharePaths.base, base)]),
  ];
};

/** The share files of the library in `context`. */
export const createShareService = (context: CoreContext): ShareService => ({
  files: async ({ topicIds, evidence }) => {
    const { datastore } = context;
    const library = datastore.require('library', 'library');
    const records = collectRecords(datastore, { topicIds: new Set(topicIds), evidence });
    const payload = [
      ...(await statePayload(context, toLists(library, records))),
      ...imagePayload(context, records),
      ...evidencePayload(context, records),
    ];
    const date = latestDay(records);
    const crate = textPayload(sharePaths.crate, roCrateJson({ library, records, payload, date }));
    return bagFiles(
      shareRoot,
      [...payload, crate],
      [
        ['Source-Organization', library.institution],
        ['External-Description', library.title],
        ['Bagging-Date', date],
        ['Bag-Software-Agent', 'Carrel'],
      ],
    );
  },
  dump: () => {
    const { datastore } = context;
    const records = collectRecords(datastore, { topicIds: allTopics(context), evidence: true });
    return canonicalJson(toLists(datastore.require('library', 'library'), records));
  },
});
