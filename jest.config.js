/** Nest 12 is ESM only, which jest cannot `require` on Node 20: `@nestjs/*` is transformed like our own code. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  rootDir: '.',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.e2e-spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/package/', '<rootDir>/test/types/'],
  transform: {
    '^.+\\.ts$': swc,
    '^.+/@nestjs/.+\\.js$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!@nestjs/)'],
  moduleNameMapper: {
    '^nestjs-whatsapp-cloud$': '<rootDir>/lib/index.ts',
    '^nestjs-whatsapp-cloud/testing$': '<rootDir>/lib/testing/index.ts',
  },
  setupFiles: ['reflect-metadata'],
  collectCoverageFrom: ['lib/**/*.ts', '!lib/wire/**'],
  testTimeout: 30_000,
  coverageProvider: 'v8',
  coverageDirectory: 'coverage',
};
