import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { currentFormatVersion } from '#shared/model/library.ts';
import { snapshotSchema } from '#core/datastore/snapshot-format.ts';

const file = join(import.meta.dirname, '../../../../docs/library-format.schema.json');

it('documents library.json by a JSON Schema that is up to date (vitest -u writes it)', async () => {
  const schema = z.toJSONSchema(snapshotSchema, { target: 'draft-2020-12', io: 'output', reused: 'ref' });
  const about = {
    title: `Carrel library.json, format version ${currentFormatVersion}`,
    description: 'Made from the schemas in shared/model. See library-format.md.',
  };
  const text = JSON.stringify({ $schema: schema.$schema, ...about, ...schema }, null, 2);
  const options = await resolveConfig(file);
  await expect(await format(text, { ...options, parser: 'json' })).toMatchFileSnapshot(file);
});
