import * as prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from '../expression/functions/registry.ts';
import type { QuestionType } from '../questionTypes/index.ts';
import { questionTypes } from '../questionTypes/index.ts';
import { everyForeignType } from './foreignTypes.ts';
import { everyQuestionNotRun } from './notRun/questionsNotRun.ts';
import { everySettingNotRun } from './notRun/settingsNotRun.ts';
import { columnsPage } from './rehearsal/columnsPage.ts';
import { frame } from './rehearsal/xlsformFrame.ts';
import { pyxformRules } from './rules/pyxformRules.ts';
import { selectSpellings } from './typeCell.ts';
import { typeNames } from './typeNames.ts';

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const types: readonly QuestionType[] = Object.values(questionTypes);

/** Every spelling of a type but its own name. */
function spellings(type: string): string {
  const plain = Array.from(typeNames)
    .filter(([spelling, named]) => named.type === type && spelling !== type)
    .map(([spelling]) => spelling);
  const selects = selectSpellings
    .filter(([spelling, named]) => named === type && spelling !== type)
    .map(([spelling]) => spelling);
  return [...plain, ...selects].map(code).join(', ');
}

function typesTable(): string {
  const own = types.filter((type) => type.nearest === undefined);
  return table(
    ['type', 'other spellings', 'parameters', 'appearances'],
    own.map(({ name, parameters, appearances }) => [
      code(name),
      spellings(name),
      Object.keys(parameters).map(code).join(' '),
      appearances.map(code).join(' '),
    ]),
  );
}

function ourTypesTable(): string {
  return table(
    ['our type', 'written as', 'appearance', 'choices that are written along'],
    types.flatMap((type) => {
      const nearest = type.nearest?.({ name: 'q', choices: 'rows' });
      if (nearest === undefined) return [];
      const { choiceNames = [] } = nearest;
      return [
        [code(type.name), code(nearest.type), code(nearest.appearance), choiceNames.map(code).join(' ')],
      ];
    }),
  );
}

const functions = (): string => Array.from(FUNCTIONS.keys()).sort().map(code).join(' ');

const foreignTable = (): string =>
  table(
    ['type', 'becomes', 'what that means'],
    everyForeignType.map(({ written, type, message }) => [code(written), code(type), message]),
  );

const notRunTable = (): string =>
  table(
    ['what', 'written', 'what happens instead'],
    [...everyQuestionNotRun, ...everySettingNotRun].map(([what, written, message]) => [
      what,
      code(written),
      message,
    ]),
  );

const rulesTable = (): string =>
  table(
    ['rule', 'pyxform', 'where pyxform 4.5 has it'],
    pyxformRules.map(({ says, ends, source }) => [says, ends, source]),
  );

describe('the page of XLSForm', () => {
  it('is published as the code has it', async () => {
    const page = frame({
      types: typesTable(),
      ourTypes: ourTypesTable(),
      columns: columnsPage(),
      functions: functions(),
      notRun: notRunTable(),
      foreign: foreignTable(),
      rules: rulesTable(),
    });
    const text = await prettier.format(page, { parser: 'markdown', printWidth: 110 });
    await expect(text).toMatchFileSnapshot('../../../docs/xlsform.md');
  });
});
