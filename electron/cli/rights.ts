import type { RightsLine } from '#shared/contract/rights.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import { fillMessage } from '#core/refusal.ts';
import type { Library } from './with-library.ts';

/** How many pictures are asked for at once. */
const pageSize = 1_000;

/** One picture of the report as scripts read it. */
export type PictureRights = {
  readonly id: string;
  readonly fileName: string;
  readonly title: string;
  readonly creator: string;
  readonly license: string | null;
  readonly licenseAddress: string | null;
  readonly state: RightsLine['state'];
  /** What its license asks for and the credit lacks, in sentences; the field that mends each. */
  readonly missing: readonly { readonly field: string; readonly message: string }[];
  readonly forbidsCommercialUse: boolean;
  readonly forbidsDerivatives: boolean;
  readonly shareAlike: boolean;
  /** Why it may be published all the same, if somebody decided so. */
  readonly decision: { readonly reason: string; readonly by: string; readonly at: string } | null;
};

/** The rights of every picture of a library. `counts` by state, and of what licenses forbid. */
export type RightsReport = {
  readonly counts: Readonly<Record<string, number>>;
  readonly pictures: readonly PictureRights[];
};

const messages: Readonly<Record<string, string>> = en.license.missing;

const toPicture = ({ image, state, missing, decision }: RightsLine): PictureRights => {
  const license = licenseById(image.credit.licenseId);
  return {
    id: image.id,
    fileName: image.fileName,
    title: image.credit.title,
    creator: image.credit.creator,
    license: image.credit.licenseId,
    licenseAddress: license?.address ?? null,
    state,
    missing: missing
      .filter(({ required }) => required)
      .map(({ key, values, field }) => ({
        field,
        message: fillMessage(messages[key.split('.').at(-1) ?? ''] ?? key, values),
      })),
    forbidsCommercialUse: license?.forbids.commercial ?? false,
    forbidsDerivatives: license?.forbids.derivatives ?? false,
    shareAlike: license?.shareAlike ?? false,
    decision: decision && { reason: decision.reason, by: decision.by, at: decision.at },
  };
};

/** Asks for the whole report, page by page. */
export const readRights = async ({ call }: Library): Promise<RightsReport> => {
  const pictures: PictureRights[] = [];
  for (;;) {
    const page = { topicIds: null, filter: null, offset: pictures.length, limit: pageSize };
    const { counts, total, items } = await call('rights.report', page);
    pictures.push(...items.map(toPicture));
    if (pictures.length >= total || items.length === 0) return { counts, pictures };
  }
};

/** Whether somebody still has to look at the picture before it is published. */
export const isOpen = ({ state, decision }: PictureRights): boolean =>
  state !== 'complete' && decision === null;

/** The report for people: how many stand how, then each picture that is open. */
export const rightsLines = ({ counts, pictures }: RightsReport): readonly string[] => [
  `Rights of ${counts['all'] ?? 0} pictures: ${Object.entries(counts)
    .filter(([name, number]) => name !== 'all' && number > 0)
    .map(([name, number]) => `${name} ${number}`)
    .join(', ')}`,
  ...pictures
    .filter(({ state }) => state !== 'complete')
    .map((picture) => {
      const { title, fileName, state, missing, decision } = picture;
      const why =
        decision === null ? missing.map(({ message }) => message).join(' ') : `decided: ${decision.reason}`;
      return `  ${title || fileName}: ${state}${why === '' ? '' : `. ${why}`}`;
    }),
];
