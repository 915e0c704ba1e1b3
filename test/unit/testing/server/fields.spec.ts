import { fieldNames, selectFields } from '../../../../lib/testing/server/fields';

const SHAPE = { type: 'Number', defaults: 'name' };
const node = { id: '1', name: 'a', status: 'b', empty: undefined };

describe('the fields of a node', () => {
  it('are named with or without arguments and nested fields', () => {
    expect(fieldNames('id, name,edge.limit(5){a,b{c,d}},qr_image_url.format(SVG),')).toEqual([
      'id',
      'name',
      'edge',
      'qr_image_url',
    ]);
    expect(fieldNames('')).toEqual([]);
  });

  it('are those that were asked for and have a value, and always the id', () => {
    expect(selectFields(node, null, SHAPE)).toEqual({ id: '1', name: 'a' });
    expect(selectFields(node, 'status,empty', SHAPE)).toEqual({ id: '1', status: 'b' });
  });

  it('are refused when the node has none of the name', () => {
    expect(() => selectFields(node, 'colour', SHAPE)).toThrow(
      '(#100) Tried accessing nonexisting field (colour) on node type (Number)',
    );
  });
});
