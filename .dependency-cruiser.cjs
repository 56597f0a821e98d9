/** Who may import whom (docs/architecture.md): a rule that no tool checks decays. */
const pure = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
});
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^(shared|electron|renderer|cli|tests|data)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Cycles make it impossible to read one file without the other.',
      from: {},
      to: { circular: true },
    },
    pure(
      'shared-is-pure',
      '^shared/',
      '^(electron|renderer|cli|tests|node:)|^node_modules/(?!zod|@noble/hashes/|@resvg/resvg-wasm/|pdfmake/build/)',
      'shared/ runs anywhere: no host, no library but zod, SHA-256, resvg for PNG and pdfmake for PDF.',
    ),
    { name: 'shared-without-node', severity: 'error', from: { path: '^shared/' }, to: { dependencyTypes: ['core'] } },
    only(
      'diagram-stands-alone',
      '^shared/diagram/',
      '^shared/(diagram/|dataClasses|severities)',
      'A diagram does not know the catalog: a service is a string id.',
    ),
    only(
      'catalog-stands-alone',
      '^shared/catalog/',
      '^shared/(catalog/|dataClasses|severities)',
      'The catalog does not know diagrams.',
    ),
    only(
      'classify-knows-both',
      '^shared/classify/',
      '^shared/(diagram/|catalog/|classify/|dataClasses)',
      'Data goes where the diagram leads it and as the catalog says.',
    ),
    only(
      'validate-knows-both',
      '^shared/validate/',
      '^shared/(diagram/|catalog/|classify/|validate/|dataClasses)',
      'validate joins diagram and catalog, with the data that go where, and nothing else.',
    ),
    only(
      'remedy-knows-three',
      '^shared/remedy/',
      '^shared/(diagram|catalog|validate|remedy)/',
      'Remedies are edits of a document that a report asks for.',
    ),
    only(
      'export-knows-three',
      '^shared/export/',
      '^shared/(diagram/|catalog/|classify/|exposure/|validate/|export/|dataClasses)',
      'Exports are made of document and report.',
    ),
    only(
      'exposure-knows-the-report',
      '^shared/exposure/',
      '^shared/(diagram/|catalog/|classify/|validate/|exposure/|dataClasses)',
      'A path is judged by the report alone.',
    ),
    only('ipc-stands-alone', '^shared/ipc/', '^shared/(ipc/|commands)', 'The contract knows commands only.'),
    only(
      'renderer-knows-shared',
      '^renderer/',
      '^(renderer|shared|data)/',
      'The renderer reaches hosts through the bridge only.',
    ),
    only(
      'electron-knows-shared',
      '^electron/(main|launch)/',
      '^(electron|shared)/',
      'The main process never imports the page.',
    ),
    only(
      'files-know-shared',
      '^electron/files/',
      '^(electron/files|shared)/',
      'Plain Node, used by the command line too.',
    ),
    only(
      'cli-knows-shared',
      '^cli/',
      '^(cli|shared|electron/files)/|^electron/launch/prepare.mjs$',
      'The command line never imports the app.',
    ),
    only(
      'preload-knows-names',
      '^electron/preload/',
      '^(electron/preload|shared/ipc/channels)',
      'zod in a preload costs 160 KiB: names only.',
    ),
    {
      name: 'files-without-electron',
      severity: 'error',
      comment: 'electron/files runs in plain Node.',
      from: { path: '^(electron/files|cli|renderer)/' },
      to: { path: '^(node_modules/)?electron($|/(?!files|launch))', pathNot: '^electron/' },
    },
    {
      name: 'react-flow-in-canvas-only',
      severity: 'error',
      comment: 'One adapter to React Flow.',
      from: { path: '^renderer/', pathNot: '^renderer/canvas/' },
      to: { path: '^node_modules/@xyflow/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|scratch|dist|node_modules)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
