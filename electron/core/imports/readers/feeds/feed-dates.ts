const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The day in a feed's date as its writer saw it: RFC 822 (`Tue, 03 Jun 2003 09:39:21 GMT`, two-figure years too) or
 * ISO 8601. Anything else comes back as it is.
 */
export const feedDate = (text: string): string => {
  const line = text.trim();
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(line);
  if (iso) return iso[1] ?? line;
  const mail = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{4}|\d{2})(?:\s.*)?$/i.exec(
    line,
  );
  if (!mail) return line;
  const month = months.indexOf((mail[2] ?? '').toLowerCase()) + 1;
  if (month === 0) return line;
  const year = mail[3] ?? '';
  const whole = year.length === 4 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`;
  return `${whole}-${String(month).padStart(2, '0')}-${(mail[1] ?? '').padStart(2, '0')}`;
};
