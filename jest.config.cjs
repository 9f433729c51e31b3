/** One runner for every test that needs no browser; Playwright runs tests/e2e. */
module.exports = {
  roots: ['<rootDir>/tests'],
  globalSetup: '<rootDir>/scripts/jest-setup.mjs',
  // One a core: a site runs its functions in a process of its own, and waits for it.
  maxWorkers: '100%',
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|j)sx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: false } },
        module: { type: 'commonjs' },
      },
    ],
  },
  moduleNameMapper: {
    '^texts:([\\w-]+)(\\?later)?$': '<rootDir>/dist/locales/$1.json',
    // It says where it begins to browsers alone.
    '^@forge/jira-bridge$': '<rootDir>/node_modules/@forge/jira-bridge/out/index.js',
  },
  transformIgnorePatterns: ['/node_modules/(?!(p-queue|p-timeout|eventemitter3)/)'],
  injectGlobals: false,
  testTimeout: 90000,
};
