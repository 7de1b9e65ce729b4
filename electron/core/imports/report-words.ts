import { fillMessage } from '#core/refusal.ts';
import { columnMeaningSchema, reportedMeaning } from '#shared/contract/column-meaning.ts';
import type { ImportRemark } from '#shared/contract/imports.ts';
import type { InterfaceLanguage } from '#shared/domain/interface-language.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import es from '#shared/i18n/es.json' with { type: 'json' };

/** The parts of the messages that a report is worded from. */
const parts = ['import-report-file', 'import-report', 'import-format', 'import-column', 'error'] as const;
type Messages = {
  readonly [Part in (typeof parts)[number]]: Readonly<Record<keyof (typeof en)[Part], string>>;
};
type FileKey = keyof (typeof en)['import-report-file'];

const languages: Readonly<Record<InterfaceLanguage, Messages>> = { en, es };

/** What a saved report says, in one language. */
export type ReportWords = {
  readonly language: InterfaceLanguage;
  /** One of the words or sentences of `import-report-file.…`. */
  readonly say: (key: FileKey, values?: Readonly<Record<string, string | number>>) => string;
  readonly remark: (remark: ImportRemark) => string;
  readonly format: (format: keyof (typeof en)['import-format']) => string;
  /** What a column became. */
  readonly field: (field: string) => string;
};

/** The message of a key that comes from outside; null where there is none. */
const find = (messages: Readonly<Record<string, string>>, key: unknown): string | null =>
  typeof key === 'string' && Object.hasOwn(messages, key) ? (messages[key] ?? null) : null;

/** The words of a report in this language of the interface. */
export const reportWords = (language: InterfaceLanguage): ReportWords => {
  const messages = languages[language];
  const file = messages['import-report-file'];
  /** Why a picture was refused is itself a message with the same values. */
  const valuesOf = ({ values }: ImportRemark): ImportRemark['values'] => {
    const because = find(messages.error, values['because']);
    return because === null ? values : { ...values, problem: fillMessage(because, values) };
  };
  return {
    language,
    say: (key, values = {}) => fillMessage(file[key], values),
    remark: (remark) => {
      const message = find(messages['import-report'], remark.reason);
      return message === null ? remark.message : fillMessage(message, valuesOf(remark));
    },
    format: (format) => messages['import-format'][format],
    field: (field) => {
      const meaning = columnMeaningSchema.safeParse(reportedMeaning(field));
      if (!meaning.success) return field;
      return meaning.data === 'other' ? file.kept : messages['import-column'][meaning.data];
    },
  };
};
