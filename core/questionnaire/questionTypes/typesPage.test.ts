import * as prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import type { ParameterRule, QuestionType } from './questionType.ts';
import { questionTypes } from './registry.ts';

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

function parameterText([name, rule]: [string, ParameterRule]): string {
  const kind = rule.kind === 'word' ? (rule.words ?? []).join(', ') : rule.kind;
  const limits = [
    rule.least === undefined ? '' : `from ${rule.least}`,
    rule.most === undefined ? '' : `to ${rule.most}`,
  ];
  const notes = [
    kind,
    ...limits,
    rule.required === true ? 'needed' : '',
    rule.fallback === undefined ? '' : `usually ${rule.fallback}`,
  ];
  return `${code(name)} (${notes.filter(Boolean).join(', ')})`;
}

const sources: Readonly<Record<QuestionType['choices'], string>> = {
  none: '',
  list: 'list',
  optionalList: 'list for the labels of its points, if wanted',
  file: 'attached file',
  externalList: 'external list',
  tagList: 'tag list',
};

function row(type: QuestionType): string {
  const columns = type.flatColumns({ name: 'q' }, [{ name: 'a' }]);
  const exported = columns
    .map(({ suffix, kind }) => `${code(suffix === '' ? 'q' : `q/${suffix}`)} ${kind}`)
    .join(', ');
  const nearest = type.nearest?.({ name: 'q' });
  const cells = [
    code(type.name),
    type.about,
    sources[type.choices],
    Object.entries(type.parameters).map(parameterText).join(', '),
    type.appearances.map(code).join(' '),
    exported,
    ...(nearest === undefined ? [] : [`${code(nearest.type)}, ${code(nearest.appearance)}`]),
  ];
  return `| ${cells.join(' | ')} |`;
}

function table(types: readonly QuestionType[], ours: boolean): string {
  const head = [
    'type',
    'what it asks',
    'choices',
    'parameters',
    'appearances',
    'columns of a flat export, for question `q` with one choice `a`',
  ];
  const heads = ours ? [...head, 'XLSForm row'] : head;
  return [`| ${heads.join(' | ')} |`, `|${' --- |'.repeat(heads.length)}`, ...types.map(row)].join('\n');
}

function page(): string {
  const types: readonly QuestionType[] = Object.values(questionTypes);
  const ours = types.filter((type) => type.nearest !== undefined);
  const standard = types.filter((type) => type.nearest === undefined);
  return `# Question types

Written from the code by \`npx vitest run core/questionnaire/questionTypes -u\`; change it there.

Every type has a blank value and, where the question offers them, two special answers that are not blank: "don't know" (\`~dontKnow\`)
and "refused" (\`~refused\`). They satisfy \`required\` and are not tested by constraints. Groups and repeats are described in
[questionnaire.md](questionnaire.md). Grid widths (\`w1\` to \`w10\`) may stand in any appearance; a \`*\` stands for any ending.

## XLSForm's own

${table(standard, false)}

## For customer experience

XLSForm lacks these. In a spreadsheet each is the row of the last column; its parameters stand in brackets behind the word that begins
with \`earshot-\`, so the questionnaire comes back from the spreadsheet as it was.

${table(ours, true)}
`;
}

describe('the page of question types', () => {
  it('is published as the registry has it', async () => {
    const text = await prettier.format(page(), { parser: 'markdown', printWidth: 110 });
    await expect(text).toMatchFileSnapshot('../../../docs/question-types.md');
  });
});
