import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderCredit } from '#shared/domain/credits/credit-line.ts';
import { toHtml, toText } from '#shared/domain/credits/credit-output.ts';
import { emptyCredit, type Credit, type LicenseId } from '#shared/model/credit.ts';

// The lines in these files were written from the terms of the licenses, not by the renderer; see README.md beside them.
const folder = new URL('../../../fixtures/credits/', import.meta.url);
const media = ['screen', 'print', 'text'] as const;

const sample: Credit = {
  ...emptyCredit,
  title: 'Reading Room at Dusk',
  creator: 'Ana Silva',
  creatorUrl: 'https://www.flickr.com/people/anasilva/',
  sourceUrl: 'https://www.flickr.com/photos/anasilva/1234/',
  copyrightNotice: '© 2012 Ana Silva',
};

const render = (key: string): string => {
  const [id = '', mediumName = '', title = '', changed = ''] = key.split(' · ');
  const medium = media.find((one) => one === mediumName);
  if (medium === undefined) throw new Error(`no such medium: ${mediumName}`);
  const credit = {
    ...sample,
    licenseId: id as LicenseId,
    title: title === 'title' ? sample.title : '',
  };
  const { parts } = renderCredit(credit, {
    medium,
    alterations: changed === 'changed' ? ['cropped'] : [],
  });
  return medium === 'screen' ? toHtml(parts) : toText(parts);
};

const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

describe('golden credit lines', () => {
  test('there are files to hold them', () => {
    expect(files).toHaveLength(10);
  });

  test.each(files)('%s', (name) => {
    const cases = [...readFileSync(new URL(name, folder), 'utf8').matchAll(/^(\S.*)\n {4}(.*)$/gm)].map(
      ([, key = '', line = '']) => ({ key, line }),
    );
    expect(cases.length % 12).toBe(0);
    expect(cases.map(({ key }) => ({ key, line: render(key) }))).toEqual(cases);
  });
});
