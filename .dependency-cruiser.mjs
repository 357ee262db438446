/**
 * Which room may import which: downwards only, no circles. Read by `npm run check`. A rule's comment is what whoever
 * breaks it is told. A circle is broken by moving what both sides share into a file (or room) below both.
 */

/**
 * From the ground up: a stage may import the stages before it in this list, itself, and what is common to all of
 * them.
 */
const STAGES = [
  'domain',
  'acquire',
  'read',
  'tables',
  'recognise', // finds the lines of a table with the layout's rulings, so it stands above tables
  'join',
  'map',
  'narrative',
  'check',
  'repair',
  'publish',
];
/** Modules of pipeline/ itself that every stage may know; the others there put stages together and stand above them. */
const COMMON = 'model|options|versions|geometry';

/** Each room of the top level, and the rooms that it may import. */
const ROOMS = {
  schemas: ['pipeline/domain'], // its closed lists of ids
  stores: ['schemas', 'pipeline/domain'],
  pipeline: ['stores', 'schemas'],
  pool: ['pipeline', 'stores', 'schemas'],
  warehouse: ['pipeline/domain', 'stores', 'schemas'],
  crawl: ['pool', 'pipeline', 'stores', 'schemas'],
  web: ['pool', 'pipeline', 'stores', 'schemas'],
  workers: ['crawl', 'pool', 'pipeline', 'stores', 'schemas'],
  cli: ['workers', 'web', 'crawl', 'warehouse', 'pool', 'pipeline', 'stores', 'schemas'],
};

const rooms = Object.keys(ROOMS).join('|');
const TESTS = ['\\.test\\.ts$', '^test/'];
const PRODUCT = ['^index\\.ts$', `^(${rooms})/`];

const downwards = Object.entries(ROOMS).map(([room, below]) => ({
  name: `${room}-downwards`,
  comment: `${room}/ may import only ${[room, ...below].join(', ')}`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: TESTS },
  to: { path: PRODUCT, pathNot: `^(${[room, ...below].join('|')})/` },
}));

const stages = STAGES.map((stage, i) => ({
  name: `${stage}-downwards`,
  comment:
    i === 0
      ? 'pipeline/domain imports nothing of ours: everyone asks it'
      : `pipeline/${stage} may import only the stages before it (${STAGES.slice(0, i).join(', ')})` +
        ` and pipeline/{${COMMON.replaceAll('|', ',')}}.ts`,
  severity: 'error',
  from: { path: `^pipeline/${stage}/`, pathNot: TESTS },
  to: {
    path: i === 0 ? PRODUCT : '^pipeline/',
    pathNot:
      i === 0
        ? '^pipeline/domain/'
        : [`^pipeline/(${STAGES.slice(0, i + 1).join('|')})/`, `^pipeline/(${COMMON})\\.ts$`],
  },
}));

export default {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'modules import each other in a circle: move what they share into a module below both',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolved',
      comment: 'what is imported exists',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    ...downwards,
    ...stages,
    {
      name: 'no-room-without-rules',
      comment: 'a folder of pipeline/ that .dependency-cruiser.mjs does not know: give it its place among STAGES',
      severity: 'error',
      from: { path: `^pipeline/(?!(${STAGES.join('|')})/)[^/]+/` },
      to: {},
    },
    {
      name: 'product-alone',
      comment: 'what is shipped imports no test, bench, sample generator or test builder',
      severity: 'error',
      from: { path: PRODUCT, pathNot: TESTS },
      to: { path: ['^(bench|samples|scripts)/', ...TESTS] },
    },
    {
      name: 'client-is-light',
      comment:
        'web/client runs in a browser: itself, schemas (types), pipeline/domain, and modules of web/ without Node',
      severity: 'error',
      from: { path: '^web/client/', pathNot: TESTS },
      to: { pathNot: ['^web/', '^schemas/', '^pipeline/domain/'] },
    },
    {
      name: 'no-dev-dependency',
      comment: 'shipped code may import dependencies and optionalDependencies only',
      severity: 'error',
      from: { path: PRODUCT, pathNot: [...TESTS, '^web/client/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: '/@types/' },
    },
  ],
  options: {
    // TypeScript 7 has no programming interface; swc reads the sources, types included.
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
  },
};
