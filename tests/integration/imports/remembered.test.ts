import { describe, expect, it } from 'vitest';
import { importPreviewSchema, type ImportPreview } from '#shared/contract/imports.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import { makeWorkbook } from '#tests/support/make-zip.ts';
import { openServices } from '#tests/support/open-services.ts';

type Services = Awaited<ReturnType<typeof openServices>>;
type Choice = InputOf<'imports.adjust'>['choices'][number];

const adjust = async (
  { call, jobs }: Services,
  { importId }: ImportPreview,
  choice: Omit<Choice, 'source'>,
): Promise<ImportPreview> => {
  const { jobId } = await call('imports.adjust', { importId, choices: [{ source: 0, ...choice }] });
  return importPreviewSchema.parse((await jobs.ended(jobId)).result);
};

const titles = async ({ call }: Services, { importId }: ImportPreview): Promise<string[]> =>
  (await call('imports.rows', { importId, offset: 0, limit: 50 })).items.map(({ title }) => title);

describe('a workbook of several sheets', () => {
  const workbook = () =>
    makeWorkbook({
      Water: [
        ['Title', 'Told'],
        ['Rivers', 'Long'],
      ],
      Earth: [
        ['Title', 'Told'],
        ['Sand', 'Dry'],
      ],
    });

  it('is read from the sheet and by the columns that were chosen the last time', async () => {
    const services = await openServices();
    const first = await services.readFiles({ 'a.ods': await workbook() });
    expect(await titles(services, first)).toEqual(['Rivers']);
    await adjust(services, first, { answers: { sheet: 'sheet-2' } });
    const chosen = await adjust(services, first, { columns: { Told: 'summary' } });
    expect(chosen.sources[0]?.questions).toMatchObject([{ id: 'sheet', answer: 'sheet-2' }]);
    expect(await titles(services, chosen)).toEqual(['Sand']);
    await services.commitImport(chosen);

    const again = await services.readFiles({ 'b.ods': await workbook() });
    expect(await titles(services, again)).toEqual(['Sand']);
    expect(again.sources[0]?.columns).toMatchObject([{ name: 'Title' }, { name: 'Told', field: 'summary' }]);
  });

  it('forgets what was said of columns when another sheet is looked at', async () => {
    const services = await openServices();
    const first = await services.readFiles({ 'a.ods': await workbook() });
    await adjust(services, first, { columns: { Told: 'summary' } });
    const other = await adjust(services, first, { answers: { sheet: 'sheet-2' } });
    expect(other.sources[0]?.columns).toMatchObject([{ name: 'Title' }, { name: 'Told', field: 'other' }]);
  });
});
