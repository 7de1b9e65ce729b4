import en from '../../i18n/en.json' with { type: 'json' };

/**
 * The words of a credit line, as templates with `{name}` places. A language brings its own object of the same shape
 * (`credit-line` in its messages file); the renderer never puts a word in by itself.
 */
export type CreditWords = Readonly<Record<keyof (typeof en)['credit-line'], string>>;

/** English, from `shared/i18n/en.json`. */
export const englishCreditWords: CreditWords = en['credit-line'];
