import * as api from 'nestjs-whatsapp-cloud';
import * as testing from 'nestjs-whatsapp-cloud/testing';

/** A new name is a deliberate change: `npx jest test/unit/docs -u` and a line in the CHANGELOG. */
describe('public API', () => {
  it('has these values', () => {
    expect(Object.keys(api).sort()).toMatchSnapshot();
  });

  it('has these values for testing', () => {
    expect(Object.keys(testing).sort()).toMatchSnapshot();
  });
});
