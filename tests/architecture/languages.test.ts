import { expect, test } from 'vitest';
import { IntlMessageFormat } from 'intl-messageformat';
import en from '#shared/i18n/en.json' with { type: 'json' };
import es from '#shared/i18n/es.json' with { type: 'json' };

type Messages = { readonly [name: string]: string | Messages };

type MessageFormatElement = ReturnType<IntlMessageFormat['getAst']>[number];

const flatten = (tree: Messages, before = ''): (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${before}${name}`, value] as const] : flatten(value, `${before}${name}.`),
  );

/** The places that a message fills, whatever their order and however often. */
const placesOf = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    // 0 is plain text (`TYPE.literal`); everything else with a value is named after its place.
    const type: number = element.type;
    const own = 'value' in element && type !== 0 ? [element.value] : [];
    const options = 'options' in element ? Object.values(element.options) : [];
    return [...own, ...options.flatMap(({ value }) => placesOf(value))];
  });

const places = (text: string): string[] =>
  [...new Set(placesOf(new IntlMessageFormat(text, 'es').getAst()))].toSorted((a, b) => (a < b ? -1 : 1));

const [english, spanish] = [new Map(flatten(en)), new Map(flatten(es))];

test('Spanish says everything that English says, and nothing else', () => {
  expect([...spanish.keys()].filter((key) => !english.has(key))).toEqual([]);
  expect([...english.keys()].filter((key) => !spanish.has(key))).toEqual([]);
});

test('every Spanish message can be read and fills the same places', () => {
  const wrong = [...spanish].filter(([key, text]) => {
    const other = english.get(key);
    return other !== undefined && places(text).join() !== places(other).join();
  });
  expect(wrong).toEqual([]);
});
