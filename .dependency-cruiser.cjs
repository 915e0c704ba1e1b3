/**
 * The directions of ARCHITECTURE.md: imports point downwards only, and there are no cycles (type imports included).
 * Each row: a folder of lib/ and the folders that it may import besides itself.
 */
const layers = {
  wire: [],
  errors: ['wire'],
  config: ['errors', 'wire'],
  graph: ['config', 'errors', 'wire'],
  validation: ['config', 'errors', 'wire'],
  handlers: ['config', 'errors', 'wire'],
  events: ['handlers', 'config', 'errors', 'wire'],
  delivery: ['events', 'config', 'errors', 'wire'],
  http: ['config', 'errors', 'wire'],
  webhook: ['delivery', 'events', 'http', 'config', 'errors', 'wire'],
};
const capabilityMay = ['handlers', 'http', 'graph', 'validation', 'config', 'errors', 'wire'];
const layerNames = Object.keys(layers).join('|');

const layerRules = Object.entries(layers).map(([name, allowed]) => ({
  name: `layer-${name}`,
  comment: `lib/${name} may import ${allowed.join(', ') || 'nothing'} of lib/`,
  severity: 'error',
  from: { path: `^lib/${name}/` },
  to: { path: '^lib/', pathNot: `^lib/(${[name, ...allowed].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'capabilities-stand-alone',
      comment: 'messages, media, calls, … import downwards only: never each other, never events or webhook',
      severity: 'error',
      from: { path: `^lib/(?!(?:${layerNames}|facade|testing)/)([^/]+)/` },
      to: { path: '^lib/', pathNot: `^lib/($1|${capabilityMay.join('|')})/` },
    },
    {
      name: 'handlers-serve-decorators',
      comment:
        'lib/handlers runs what stands under the decorators of lib/events and lib/flows, and serves nobody else',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/(handlers|events|flows)/' },
      to: { path: '^lib/handlers/' },
    },
    {
      name: 'facade-is-on-top',
      comment: 'lib/facade has all services behind one name; only the module and the entry point know it',
      severity: 'error',
      from: { path: '^lib/[^/]+/', pathNot: '^lib/facade/' },
      to: { path: '^lib/facade/' },
    },
    {
      name: 'testing-is-a-leaf',
      comment: 'nothing in lib imports lib/testing',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/testing/' },
      to: { path: '^lib/testing/' },
    },
    { name: 'no-circular', severity: 'error', from: { path: '^lib/' }, to: { circular: true } },
    {
      name: 'wire-has-no-packages',
      comment: 'lib/wire holds types only',
      severity: 'error',
      from: { path: '^lib/wire/' },
      to: { dependencyTypesNot: ['local', 'type-only'] },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: { path: '^lib/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], dependencyTypesNot: ['npm-peer'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
