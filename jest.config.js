export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // A limit is there to end what hangs, not to judge a busy machine.
  testTimeout: 30_000,
  testPathIgnorePatterns: ['/node_modules/'],
  // Most of the time goes into child processes: every core has a worker, and no worker grows without bound.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1500MB',
};
