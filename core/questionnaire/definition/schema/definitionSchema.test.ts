import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import * as prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import sample from '../../../../assets/questionnaires/sample.json' with { type: 'json' };
import { checkDefinition } from '../checkDefinition.ts';
import { definitionSchema } from './definitionSchema.ts';

describe('the JSON Schema of a questionnaire', () => {
  it('is published as it is in the code (`npx vitest run core/questionnaire/definition -u` writes it anew)', async () => {
    const json = await prettier.format(JSON.stringify(definitionSchema), { parser: 'json', printWidth: 110 });
    await expect(json).toMatchFileSnapshot('../definition.schema.json');
  });

  it('is a schema by the rules of draft 2020-12', () => {
    expect(new Ajv2020({ strict: true, allowUnionTypes: false }).validateSchema(definitionSchema)).toBe(true);
  });

  it('takes the sample questionnaire', () => {
    expect(new Ajv2020().compile(definitionSchema)(sample)).toBe(true);
  });

  it('takes the example of the guide, and so do the checks', () => {
    const guide = readFileSync(new URL('../../../../docs/questionnaire.md', import.meta.url), 'utf8');
    const example: unknown = JSON.parse(/```json\n(.*?)```/s.exec(guide)?.[1] ?? 'null');
    expect(new Ajv2020().compile(definitionSchema)(example)).toBe(true);
    expect(checkDefinition(example)).toMatchObject({ ok: true, value: { warnings: [] } });
  });
});
