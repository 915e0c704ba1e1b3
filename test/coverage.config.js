const base = require('../jest.config.js');

/** The parts on which no update may be lost: every branch must have been taken. `npm run test:coverage`. */
module.exports = {
  ...base,
  rootDir: '..',
  testMatch: [
    '<rootDir>/test/unit/{webhook,http,delivery,graph}/**/*.spec.ts',
    '<rootDir>/test/e2e/{webhook,delivery,graph}*.e2e-spec.ts',
  ],
  collectCoverage: true,
  collectCoverageFrom: [
    'lib/webhook/**/*.ts',
    'lib/http/**/*.ts',
    'lib/delivery/**/*.ts',
    'lib/graph/graph-retry.policy.ts',
  ],
  coverageReporters: ['text'],
  coverageThreshold: { global: { branches: 100 } },
};
