import type { ResourcePatch } from '#shared/contract/resources.ts';
import type { ColumnMeaning } from '#shared/contract/column-meaning.ts';
import type { ImportFormat } from '#shared/contract/imports.ts';
import type { Credit } from '#shared/model/credit.ts';
import type { ResourceType } from '#shared/model/resource.ts';
import type { TopicStatus } from '#shared/model/topic.ts';
import type { DecodedText } from './decode-text.ts';
import type { Remark, RowRemark } from './remark.ts';

/** A file that is there to be read when it is needed: a picture beside a table, a member of a ZIP. */
export type BesideFile = { readonly bytes: number; readonly read: () => Promise<Uint8Array> };

/** Files by their path relative to the source, with `/` between its parts. */
export type BesideFiles = ReadonlyMap<string, BesideFile>;

/** A file to be brought in. */
export type ImportSource = {
  /** For people, and for a title; says nothing certain about the format. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The first 64 KB as text, for recognising; empty when the file is no text. */
  readonly head: string;
  /** The whole text, its encoding recognised; decoded once. Throws `file-format` when the file is no text or empty. */
  readonly text: () => DecodedText;
  /** What was chosen or dropped together with it. */
  readonly beside: BesideFiles;
};

/** A picture that a record refers to. `file` is a path among the files beside or inside the source. */
export type CandidatePicture = {
  readonly file: string | null;
  readonly url: string | null;
  readonly alt: string;
  /** What the source says of the picture's rights, exact licenses only; fields it does not name stay empty. */
  readonly credit: Partial<Credit>;
};

/** A record that may become a resource. Nothing is dropped: what has no field is in `fields.otherFields`. */
export type Candidate = {
  /** From 1, as the file counts its records or lines. */
  readonly row: number;
  /** What the source calls the record: those with the same name are one, in several places. Null: it stands for itself. */
  readonly recordId: string | null;
  readonly fields: ResourcePatch & { readonly title: string };
  /** Titles of the folders or topics it stands in, outermost first. */
  readonly path: readonly string[];
  /** Title of its section within the last of `path`; null: none. */
  readonly section: string | null;
  readonly picture: CandidatePicture | null;
  readonly remarks: readonly Remark[];
};

/** A topic that the source describes. It is made even when no record stands in it. */
export type CandidateTopic = {
  readonly path: readonly string[];
  readonly description: string;
  readonly status?: TopicStatus;
  readonly language?: string | null;
  readonly sections?: readonly { readonly title: string; readonly description: string }[];
};

/** A column of a table: what it is called, what it is taken for, and what is in it. */
export type ReadColumn = {
  readonly name: string;
  readonly field: ColumnMeaning;
  readonly samples: readonly string[];
  /** In how many rows it holds something. */
  readonly filled: number;
};

/**
 * Something only the curator can decide: a message key below `import-question.`, answers below `import-answer.` unless
 * `values` holds the words of an answer, such as the name of a sheet.
 */
export type Question = {
  /** The same each time the same file is read, so that the answer can be given: `private-items`, `dates Date added`. */
  readonly id: string;
  readonly ask: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly answers: readonly string[];
  /** What holds as long as nobody chose; the cautious one. */
  readonly answer: string;
};

/** What a source holds. */
export type Reading = {
  readonly format: ImportFormat;
  /** What the source calls itself; null: the file's name must do. */
  readonly title: string | null;
  readonly topics: readonly CandidateTopic[];
  readonly candidates: readonly Candidate[];
  /** Records that cannot be taken, and lines that are none. */
  readonly problems: readonly RowRemark[];
  /** Particulars for the report by name, such as `encoding`, `delimiter`, `version`. */
  readonly about: Readonly<Record<string, string>>;
  readonly questions: readonly Question[];
  /** Only of tables. */
  readonly columns?: readonly ReadColumn[];
  /** The row that names the columns, from 1; 0: none does. Only of tables. */
  readonly headerRow?: number;
  /** Files that the source itself holds, for pictures. */
  readonly files?: BesideFiles;
};

/** What the curator has decided about a source so far. */
export type Choices = {
  /** By question id. */
  readonly answers: Readonly<Record<string, string>>;
  /** What columns mean, by name; the others are recognised. */
  readonly columns: Readonly<Record<string, ColumnMeaning>>;
  /** The row that names the columns, from 1; 0: none does; null: to be found. */
  readonly headerRow: number | null;
};

/** What a reader works with. */
export type ReadWork = {
  readonly choices: Choices;
  /** The library's own resource types, which a source may name. */
  readonly types: readonly ResourceType[];
  /**
   * To be awaited every few records: reports progress, lets others work when this has taken long enough, and throws
   * when the curator has cancelled.
   */
  readonly pace: (done: number, total: number | null) => Promise<void>;
};

/** One format, or a family that is read alike. */
export type Reader = {
  readonly formats: readonly ImportFormat[];
  /**
   * How sure it is that this is its format, 0 to 1, by what is in the file and not by its name. 1: a signature that
   * nothing else has; 0.9: the structure is unmistakable; 0.5: likely; 0.1: it can be read so for want of a better one.
   */
  readonly recognise: (source: ImportSource) => number;
  /** Throws `file-format` with a reason that says what to do when nothing of it can be read. */
  readonly read: (source: ImportSource, work: ReadWork) => Reading | Promise<Reading>;
};
