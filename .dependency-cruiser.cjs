/**
 * Who may import whom. ARCHITECTURE.md draws the same picture; tooling/rules/dependencyRules.test.ts keeps one deliberately bad
 * import per rule and fails when a rule has none, so a rule that has gone blind is noticed.
 */
const TEST = '\\.test\\.tsx?$';
const CORE_ROOMS = ['kernel', 'questionnaire', 'response', 'metrics', 'protocol'];
/** Folders of test support: real parts set up for tests, imported by tests alone. */
const SUPPORT = '/(testing|rehearsal)/';
const SHIPPED = '^(core|formats|renderer|electron|sync-server|cli)/';

const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** From every file of a folder, tests too, to anything of ours outside `allowed`. */
const onlyTo = (folder, allowed, comment) =>
  rule(
    `${folder.replace('/', '-')}-imports-only`,
    comment,
    { path: `^${folder}/`, pathNot: '^cli/earshot\\.mjs$' },
    { path: `${SHIPPED}|^(e2e|bench|tooling)/`, pathNot: `^(${[folder, ...allowed].join('|')})/` },
  );

const coreRules = [
  rule(
    'core-is-pure',
    'core imports nothing but core, @noble/hashes and the types of json-schema-to-ts.',
    { path: '^core/', pathNot: [TEST, SUPPORT] },
    { pathNot: ['^core/', npm('@noble/hashes', 'json-schema-to-ts')] },
  ),
  onlyTo('core', [], 'core imports nothing of ours outside core, not even in a test.'),
  ...CORE_ROOMS.map((room, index) => ({
    room,
    right: CORE_ROOMS.slice(index + 1),
  }))
    .filter(({ right }) => right.length > 0)
    .map(({ room, right }) =>
      rule(
        `core-${room}-leftwards`,
        `The rooms of core import only leftwards: ${CORE_ROOMS.join(', ')}.`,
        { path: `^core/${room}/` },
        { path: `^core/(${right.join('|')})/` },
      ),
    ),
  rule(
    'core-rooms-have-one-door',
    'Enter another room of core through its index.ts.',
    { path: '^core/([^/]+)/' },
    { path: '^core/[^/]+/', pathNot: ['^core/$1/', '^core/[^/]+/index\\.ts$'] },
  ),
  rule(
    'core-is-entered-by-index',
    'Enter a room of core through its index.ts.',
    { pathNot: '^(core|tooling|bench)/' },
    {
      path: '^core/',
      pathNot: ['^core/[^/]+/index\\.ts$', '^core/questionnaire/(xlsform|xform)/index\\.ts$'],
    },
  ),
];

const houseRules = [
  onlyTo(
    'sync-server',
    ['core', 'formats/syncFile', 'formats/sealed'],
    'sync-server meets the other halves only in core, and in the bytes of sync files and envelopes.',
  ),
  onlyTo('electron', ['core'], 'electron meets the other halves only in core.'),
  onlyTo(
    'cli',
    ['core', 'formats', 'sync-server/operations'],
    "The command line is another door to core, and to what an operator does with a server's data.",
  ),
  onlyTo(
    'formats',
    ['core'],
    'formats reads files into what core knows; whoever holds the files is no business of it.',
  ),
  rule(
    'formats-runs-anywhere',
    'Files are read in the browser and by the command line: bytes in, no disk, no Node.',
    { path: '^formats/', pathNot: [TEST, SUPPORT] },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'renderer-meets-others-in-core',
    'renderer meets the other halves only in core.',
    { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$' },
    { path: '^(electron|sync-server|cli|e2e|bench|tooling)/' },
  ),
];

const rendererRules = [
  onlyTo('renderer/ui', [], 'ui knows nothing but itself.'),
  onlyTo('renderer/i18n', ['core'], 'i18n knows no other room of the renderer.'),
  onlyTo('renderer/data', ['core'], 'data knows no other room of the renderer.'),
  onlyTo('renderer/transport', ['core'], 'transport knows no other room of the renderer.'),
  onlyTo('renderer/platform', ['core'], 'platform knows no other room of the renderer.'),
  onlyTo(
    'renderer/sync',
    ['core', 'renderer/data', 'renderer/transport'],
    'sync watches data and uses transport.',
  ),
  onlyTo(
    'renderer/syncFile',
    ['core', 'formats/syncFile', 'renderer/data'],
    'syncFile carries what data holds, by hand instead of over the network.',
  ),
  onlyTo('renderer/questions', ['core', 'renderer/ui'], 'questions are drawn with ui and nothing else.'),
  ...['terminal', 'interviewer'].map((posture) =>
    onlyTo(
      `renderer/${posture}`,
      [
        'core',
        ...['data', 'syncFile', 'questions', 'ui', 'platform', 'i18n'].map((room) => `renderer/${room}`),
      ],
      'A posture knows facts, questions and primitives; postures are strangers, and nobody but app starts sync.',
    ),
  ),
  onlyTo(
    'renderer/console',
    ['core', 'formats', ...['transport', 'questions', 'ui', 'i18n'].map((room) => `renderer/${room}`)],
    'The console reads the server through transport and keeps no facts of its own.',
  ),
  rule(
    'nobody-imports-app',
    'app introduces the rooms to each other; nobody imports it.',
    { path: '^renderer/', pathNot: ['^renderer/app/', '^renderer/vite\\.config\\.ts$'] },
    { path: '^renderer/app/' },
  ),
  rule(
    'only-app-starts-sync',
    'sync is started by app and watched through data.',
    { path: '^renderer/', pathNot: '^renderer/(app|sync)/' },
    { path: '^renderer/sync/' },
  ),
];

const serverRules = [
  rule(
    'capabilities-are-strangers',
    'A capability of the server reaches another only through its index.ts, or store.',
    { path: '^sync-server/([^/]+)/' },
    { path: '^sync-server/[^/]+/', pathNot: ['^sync-server/($1|store)/', '^sync-server/[^/]+/index\\.ts$'] },
  ),
  rule(
    'store-knows-no-capability',
    'store keeps; it knows no capability.',
    { path: '^sync-server/store/', pathNot: TEST },
    { path: '^sync-server/[^/]+/', pathNot: '^sync-server/store/' },
  ),
  rule(
    'only-store-opens-databases',
    'Connections, dialects and migrations are the business of sync-server/store.',
    { path: SHIPPED, pathNot: ['^sync-server/(store|testing)/', TEST] },
    { path: npm('better-sqlite3', 'pg') },
  ),
];

/** What the terminal's bundle may hold: its budget is the product's promise that nobody waits. */
const TERMINAL_PACKAGES = [
  'react',
  'react-dom',
  'zustand',
  'dexie',
  'dexie-react-hooks',

  'workbox-window',
  // Loaded when somebody saves a sync file, never before.
  'age-encryption',
  '@noble/ciphers',
  '@noble/curves',
  '@noble/post-quantum',
  '@scure/base',

  '@noble/hashes',
  'json-schema-to-ts',
  '@fontsource-variable/inter',
  '@fontsource/noto-sans-arabic',
  '@types/react',
  '@types/react-dom',
];

const packageRules = [
  rule(
    'terminal-stays-small',
    'Nothing outside the allow-list may reach the terminal (see TERMINAL_PACKAGES in .dependency-cruiser.cjs).',
    { path: '^renderer/app/terminal\\.tsx$' },
    { path: '(^|/)node_modules/', pathNot: npm(...TERMINAL_PACKAGES), reachable: true },
  ),
  rule(
    'terminal-reads-no-form-files',
    'XLSForm has a door of its own, so that only those who read such files carry its reader.',
    { path: '^renderer/app/terminal\\.tsx$' },
    { path: '^(formats/(?!syncFile/|sealed/)|core/questionnaire/xlsform/index\\.ts$)', reachable: true },
  ),
  rule(
    'terminal-knows-no-console',
    'The terminal and the console are loaded apart.',
    { path: '^renderer/app/terminal\\.tsx$' },
    { path: '^renderer/(console|interviewer)/', reachable: true },
  ),
  rule(
    'only-electron-knows-electron',
    'The renderer reaches the shell through renderer/platform and the bridge in core/protocol.',
    { path: SHIPPED, pathNot: '^electron/' },
    { path: npm('electron') },
  ),
  rule(
    'renderer-runs-in-a-browser',
    'There is no Node in a browser.',
    { path: '^renderer/', pathNot: [TEST, '^renderer/vite\\.config\\.ts$'] },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'no-development-packages',
    'What ships imports no development dependency (electron: types only, its binary is packed by electron-builder).',
    { path: SHIPPED, pathNot: [TEST, SUPPORT, '^renderer/vite\\.config\\.ts$'] },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: npm('electron') },
  ),
  rule(
    'no-undeclared-packages',
    'Declare the package in package.json.',
    { path: `${SHIPPED}|^(e2e|bench|tooling)/` },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  ),
];

const everywhere = [
  rule('no-cycles', 'No cycles, counting type imports.', {}, { circular: true }),
  rule(
    'testing-is-for-tests',
    'What lies in a folder called testing or rehearsal is for tests, e2e, bench and tooling.',
    { path: SHIPPED, pathNot: [TEST, SUPPORT] },
    { path: SUPPORT, pathNot: 'node_modules' },
  ),
  rule('nobody-imports-a-test', 'A test is imported by nobody.', {}, { path: TEST }),
  rule(
    'every-import-resolves',
    'The path or the package does not exist.',
    {},
    { couldNotResolve: true, pathNot: '^virtual:' },
  ),
];

module.exports = {
  forbidden: [...coreRules, ...houseRules, ...rendererRules, ...serverRules, ...packageRules, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|coverage)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'browser', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
