import type { ParameterRule } from '../questionType.ts';

export const randomOrder: Readonly<Record<string, ParameterRule>> = {
  randomize: { kind: 'boolean', fallback: 'false' },
  seed: { kind: 'seed' },
};

/** Columns of an attached list, beside the random order. */
export const fileColumns: Readonly<Record<string, ParameterRule>> = {
  ...randomOrder,
  value: { kind: 'column', fallback: 'name' },
  label: { kind: 'column', fallback: 'label' },
};

export const seedProblems = (parameters: Readonly<Record<string, string>>): readonly string[] =>
  Object.hasOwn(parameters, 'seed') && parameters['randomize'] !== 'true'
    ? ['seed means something only with randomize=true; add that, or take the seed away']
    : [];

export const manyAppearances: readonly string[] = [
  'minimal',
  'search',
  'search(*',
  'autocomplete',
  'columns-pack',
  'columns',
  'columns-*',
  'no-buttons',
  'image-map',
  'label',
  'list-nolabel',
  'list',
  'horizontal',
  'horizontal-compact',
  'compact',
  'compact-*',
];

export const oneAppearances: readonly string[] = [
  ...manyAppearances,
  'quick',
  'quickcompact',
  'quickcompact-*',
  'likert',
  'map',
];
