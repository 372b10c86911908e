/**
 * Imports point one way. Each room says which other rooms of src/ and which packages it may import;
 * whatever it does not name is forbidden. test/architecture plants a violation of every rule.
 */
const domain = '^src/domain/';
const contract = '^src/contract/';
const billing = '^src/billing/';
const schemas = '^src/schemas/';
const local = '^src/backends/local/';
const http = '^src/backends/http/';
const locales = '^src/locales/';
const ui = '^src/ui/';
const server = '^src/server/';
const verify = '^src/verify/';
const testing = '^src/testing/';
const elements = '^src/elements/';
const provider = '^src/elements/billing-provider/';
const defineFile = '^src/elements/[^/]+/define\\.ts$';
const registration = '^src/define-(element|all)\\.ts$';
const entries = '^src/(index|define|cdn|backend)\\.ts$';

const package_ = (name) => `(^|/)node_modules/${name}/`;

/** What a room may import: `${name}-rooms` for other rooms, `${name}-packages` for what is outside src/. */
const room = (name, path, { rooms = [], packages = [] }) => [
  {
    name: `${name}-rooms`,
    severity: 'error',
    from: { path },
    to: { path: '^src/', pathNot: [path, ...rooms] },
  },
  {
    name: `${name}-packages`,
    severity: 'error',
    from: { path },
    to: { couldNotResolve: false, pathNot: ['^src/', ...packages.map(package_)] },
  },
];

const rendering = ['lit', 'lit-html', 'lit-element', '@lit/[^/]+', '@lit-labs/[^/]+', 'lean-qr'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...room('domain', domain, {}),
    ...room('contract', contract, { rooms: [domain] }),
    ...room('billing', billing, { rooms: [contract, domain] }),
    ...room('schemas', schemas, { rooms: [contract, domain], packages: ['zod'] }),
    ...room('backends-local', local, { rooms: [billing, contract, domain], packages: ['idb'] }),
    ...room('backends-http', http, { rooms: [schemas, contract] }),
    ...room('locales', locales, { rooms: [contract, domain] }),
    ...room('ui', ui, { rooms: [domain, contract, locales], packages: rendering }),
    ...room('testing', testing, { rooms: [contract, domain] }),
    ...room('verify', verify, { rooms: [contract, domain] }),
    {
      name: 'server-rooms',
      severity: 'error',
      from: { path: server },
      to: { path: '^src/', pathNot: [server, verify, billing, schemas, contract, domain] },
    },
    {
      name: 'elements-rooms',
      severity: 'error',
      from: { path: elements, pathNot: provider },
      to: { path: '^src/', pathNot: [elements, ui, domain, contract, locales, registration] },
    },
    {
      name: 'billing-provider-rooms',
      comment: 'The one element that may import a backend, since its src attribute makes one.',
      severity: 'error',
      from: { path: provider },
      to: {
        path: '^src/',
        pathNot: [provider, ui, domain, contract, locales, registration, '^src/backends/'],
      },
    },
    {
      name: 'elements-apart',
      comment: 'No element stands in the template of another.',
      severity: 'error',
      from: { path: '^src/elements/([^/]+)/' },
      to: { path: elements, pathNot: '^src/elements/$1/' },
    },
    {
      name: 'elements-packages',
      severity: 'error',
      from: { path: elements },
      to: { couldNotResolve: false, pathNot: ['^src/', ...rendering.map(package_)] },
    },
    {
      name: 'zod-in-schemas',
      severity: 'error',
      from: { pathNot: schemas },
      to: { path: package_('zod') },
    },
    {
      name: 'backends-importers',
      severity: 'error',
      from: { pathNot: ['^src/backends/', provider, '^src/(index|cdn|backend)\\.ts$'] },
      to: { path: '^src/backends/' },
    },
    {
      name: 'locales-types-only',
      comment: 'A locale is strings; it takes nothing but types from elsewhere.',
      severity: 'error',
      from: { path: locales },
      to: { path: [contract, domain], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'define-importers',
      comment: 'Importing a class changes nothing on the page; only entries that register do.',
      severity: 'error',
      from: { pathNot: '^src/(define|cdn)\\.ts$' },
      to: { path: defineFile },
    },
    {
      name: 'registration-importers',
      comment: 'A class does not register itself.',
      severity: 'error',
      from: { pathNot: [defineFile, registration, entries] },
      to: { path: registration },
    },
    {
      name: 'entries-importers',
      comment: 'An entry is for hosts; inside, import the file that has it.',
      severity: 'error',
      from: { path: '^src/', pathNot: entries },
      to: { path: entries },
    },
    {
      name: 'entries-apart',
      comment:
        'The main entry runs in the page and in Node: no server, verification or test tools.',
      severity: 'error',
      from: { path: entries },
      to: { path: [server, verify, testing] },
    },
    {
      name: 'nothing-outside',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(stories|test|demo|dist|docs|\\.storybook)/' },
    },
    {
      name: 'no-dev-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-node-in-the-page',
      severity: 'error',
      from: { path: '^src/', pathNot: [server] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
    { name: 'no-cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['browser', 'import', 'default', 'types'],
    },
  },
};
