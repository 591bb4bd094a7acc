import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import {
  banned,
  coreGlobals,
  coreProperties,
  coreSyntax,
  everywhereSyntax,
  importPaths,
  networkGlobals,
  rendererSyntax,
  storageGlobals,
  testSyntax,
} from './tooling/lint/houseRules.js';

const tests = ['**/*.test.ts', '**/*.test.tsx'];
const room = (folder) => [`${folder}/**/*.ts`, `${folder}/**/*.tsx`];
const typed = (project) => ({
  languageOptions: {
    parserOptions: { project: `./${project}/tsconfig.json`, tsconfigRootDir: import.meta.dirname },
  },
});

/** Each file is checked by the project that compiles it, so that types mean the same in lint as in tsc. */
const projects = [
  ...['core', 'renderer', 'electron', 'sync-server'].map((folder) => ({
    files: room(folder),
    ignores: [...tests, 'renderer/vite.config.ts'],
    ...typed(folder),
  })),
  {
    files: [
      ...tests,
      '*.ts',
      ...room('tooling'),
      ...room('e2e'),
      ...room('bench'),
      ...room('cli'),
      ...room('formats'),
      'renderer/vite.config.ts',
    ],
    ...typed('tooling'),
  },
];

const sourceRules = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
  '@typescript-eslint/consistent-type-exports': 'error',
  '@typescript-eslint/no-import-type-side-effects': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/no-confusing-void-expression': [
    'error',
    { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
  ],
  '@typescript-eslint/no-unnecessary-condition': [
    'error',
    { allowConstantLoopConditions: 'only-allowed-literals' },
  ],
  '@typescript-eslint/no-misused-promises': [
    'error',
    { checksVoidReturn: { attributes: false, arguments: false } },
  ],
  '@typescript-eslint/consistent-type-definitions': 'off',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
  ],
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/no-unnecessary-type-parameters': 'off',
  eqeqeq: 'error',
  'no-restricted-exports': [
    'error',
    { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
  ],
  'no-restricted-imports': ['error', importPaths],
  'no-restricted-syntax': banned(everywhereSyntax),
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
};

export default defineConfig(
  globalIgnores(['dist/', 'data/', 'coverage/', 'node_modules/', '.house-check/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    rules: sourceRules,
  },
  ...projects,
  {
    files: room('core'),
    rules: {
      'no-console': 'error',
      'no-restricted-globals': banned(coreGlobals),
      'no-restricted-properties': banned(coreProperties),
    },
  },
  {
    files: room('core'),
    ignores: tests,
    rules: { 'no-restricted-syntax': banned(everywhereSyntax, coreSyntax) },
  },
  {
    files: room('renderer'),
    ignores: ['renderer/vite.config.ts'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': banned(everywhereSyntax, rendererSyntax),
      'no-restricted-globals': banned(networkGlobals, storageGlobals),
    },
  },
  {
    files: room('renderer/transport'),
    rules: { 'no-restricted-globals': banned(storageGlobals) },
  },
  {
    files: [...room('renderer/data'), ...room('renderer/platform')],
    rules: { 'no-restricted-globals': banned(networkGlobals) },
  },
  {
    files: [...tests, ...room('e2e'), ...room('bench')],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-syntax': banned(everywhereSyntax, testSyntax),
    },
  },
  { files: ['*.ts', 'renderer/vite.config.ts'], rules: { 'no-restricted-exports': 'off' } },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.base],
    rules: { 'max-lines': ['error', { max: 400 }], eqeqeq: 'error' },
  },
);
