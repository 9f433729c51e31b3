/** Which folder may import which: docs/architecture.md draws it, this file keeps it true. */
const only = (layer, ...allowed) => ({
  name: `${layer}-imports-only-${allowed.join('-and-')}`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: allowed.map((a) => `^src/${a}(/|\\.ts$)`) },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('domain', 'domain'),
    only('ports', 'domain', 'ports'),
    only('usecases', 'domain', 'ports', 'usecases'),
    only('adapters', 'domain', 'ports', 'adapters'),
    only('contract', 'domain', 'ports', 'contract'),
    only('entry', 'domain', 'ports', 'usecases', 'entry', 'contract', 'wiring'),
    {
      name: 'the-domain-has-no-package-but-date-fns',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/date-fns/' },
    },
    {
      name: 'only-adapters-and-entries-know-forge',
      severity: 'error',
      from: { path: '^src/(domain|ports|usecases|contract)/' },
      to: { path: 'node_modules/@forge/' },
    },
    {
      name: 'an-entry-sees-the-wiring-as-a-type',
      severity: 'error',
      from: { path: '^src/entry/' },
      to: { path: '^src/wiring/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'beside-an-incident-nothing-else-is-loaded',
      comment: 'Forge loads the whole bundle before a function answers.',
      severity: 'error',
      from: { path: '^src/(index|wiring/(viewer|shared))\\.ts$' },
      to: {
        path: '^src/(wiring/(app|admin|figures)|administration|background|figures)\\.ts$',
      },
    },
    {
      name: 'front-ends-see-only-the-contract',
      severity: 'error',
      from: { path: '^static/' },
      to: { path: '^src/', pathNot: '^src/contract/' },
    },
    {
      name: 'the-app-does-not-know-the-sandbox',
      severity: 'error',
      from: { path: '^(src|static)/' },
      to: { path: '^(sandbox|tests|bench|scripts)/' },
    },
    {
      name: 'the-sandbox-does-not-know-the-app',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^(src|static|locales|tests)/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
  },
};
