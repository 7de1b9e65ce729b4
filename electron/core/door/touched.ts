/** A table of which more records than this were touched is named once. */
const mostNames = 1_000;

/** What an event says was touched: `table/id` each, or `table/*` where there are too many to name. */
export const namesOfTouched = (touched: readonly string[]): string[] => {
  if (touched.length <= mostNames) return [...touched];
  const tables = Map.groupBy(touched, (name) => name.slice(0, name.indexOf('/')));
  return [...tables].flatMap(([table, names]) => (names.length > mostNames ? [`${table}/*`] : names));
};
