const base = require('../../jest.config.js');

/** The packed tarball in fresh folders: `npm run test:package`, after a build. */
module.exports = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/package'],
  testPathIgnorePatterns: ['/node_modules/'],
  moduleNameMapper: {},
  testTimeout: 300_000,
};
