import { expect, it } from 'vitest';
import { withoutOverrides } from '#shared/domain/overrides.ts';

it('takes out what turns letters around and leaves what right-to-left texts need', () => {
  expect(withoutOverrides('photo\u202Egpj.exe')).toBe('photogpj.exe');
  expect(withoutOverrides('\u202Da\u202C')).toBe('a\u202C');
  const needed = '\u200Fكتاب\u2067abc\u2069\u200E';
  expect(withoutOverrides(needed)).toBe(needed);
});
