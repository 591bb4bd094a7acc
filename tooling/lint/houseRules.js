/** What the house refuses, by name, each with what to use in its place. eslint.config.js says where each list holds. */

/** Joins lists into the options of one `no-restricted-*` rule (a later entry for a rule replaces an earlier one as a whole). */
export const banned = (...lists) => ['error', ...lists.flat()];

export const everywhereSyntax = [
  { selector: 'ExportAllDeclaration', message: 'Name what you export: `export { a, b } from ...`.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals, or an `as const` object.' },
];

/** The zone of the machine must not leak into the core: the same response has to give the same answer anywhere. */
const LOCAL_TIME =
  '/^((get|set)(Hours|Minutes|Seconds|Milliseconds|Day|Date|Month|FullYear|TimezoneOffset)|toLocale(Date|Time)?String)$/';

export const coreSyntax = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'core has no clock: take the time as an argument (Clock in core/kernel).',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'core has no clock: take the time as an argument (Clock in core/kernel).',
  },
  {
    selector: `CallExpression > MemberExpression[property.name=${LOCAL_TIME}]`,
    message:
      'core knows no local time and no locale: use the UTC methods and take offset or locale as an argument.',
  },
  {
    selector: "NewExpression[callee.object.name='Intl'][arguments.length=0]",
    message: 'core knows no locale: pass it in.',
  },
];

const NO_CLOCK = 'core has no clock: take the time as an argument (Clock in core/kernel).';
const NO_RANDOM = 'core has no randomness: take a RandomSource (core/kernel) as an argument.';
const NO_TIMER = 'core has no timers: a timeout is an event that the edges send.';
const NO_IO = 'core does no I/O: the edges hand values in and carry results out.';

export const coreProperties = [
  { object: 'Date', property: 'now', message: NO_CLOCK },
  { object: 'Math', property: 'random', message: NO_RANDOM },
];

export const coreGlobals = [
  ...['performance'].map((name) => ({ name, message: NO_CLOCK })),
  ...['crypto'].map((name) => ({ name, message: NO_RANDOM })),
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'].map((name) => ({
    name,
    message: NO_TIMER,
  })),
  ...[
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'localStorage',
    'sessionStorage',
    'indexedDB',
  ].map((name) => ({ name, message: NO_IO })),
  ...['window', 'document', 'navigator', 'process', 'globalThis', 'self', 'Buffer'].map((name) => ({
    name,
    message: NO_IO,
  })),
];

export const networkGlobals = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
  name,
  message: 'Only renderer/transport talks to the network: call one of its functions.',
}));

export const storageGlobals = ['localStorage', 'sessionStorage', 'indexedDB', 'caches'].map((name) => ({
  name,
  message: 'Only renderer/data and renderer/platform keep things: facts in Dexie, the rest through platform.',
}));

export const rendererSyntax = [
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Build elements; a questionnaire text is never HTML.',
  },
  {
    selector: 'AssignmentExpression > MemberExpression[property.name=/^(inner|outer)HTML$/]',
    message: 'Build elements; a questionnaire text is never HTML.',
  },
  {
    selector: "MemberExpression[property.name='sendBeacon']",
    message: 'Only renderer/transport talks to the network: call one of its functions.',
  },
  {
    selector:
      'MemberExpression[object.name=/^(window|globalThis|self)$/][property.name=/^(fetch|localStorage|sessionStorage|indexedDB)$/]',
    message: 'Network: renderer/transport. Storage: renderer/data or renderer/platform.',
  },
];

export const testSyntax = [
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(skip|only|todo|skipIf|runIf)$/]',
    message:
      'Every test runs, everywhere: repair it, or state a known failure with `it.fails` and its reason.',
  },
];

/** Paths carry their extension, so that Node, Vite, esbuild and tsc read one and the same path. */
export const importPaths = {
  patterns: [
    {
      regex: '^\\.{1,2}/(?!.*\\.(ts|tsx|js|mjs|cjs|json|css|svg|png|woff2|csv|xml|sql|txt|md)(\\?\\w+)?$)',
      message: 'Write the path with its extension: ./thing.ts',
    },
    { regex: '^\\.{1,2}$', message: 'Write the path with its file: ./index.ts' },
  ],
};
