import { buttonsOf, rowsOf } from '../../../../lib/testing/model/message-choices';

describe('buttonsOf', () => {
  it('finds reply buttons, those of cards, and quick replies of templates', () => {
    const reply = { type: 'reply', reply: { id: 'a', title: 'A' } };
    expect(
      buttonsOf({
        interactive: { action: { buttons: [reply, { type: 'reply' }, { reply: { id: '', title: 'x' } }] } },
      }),
    ).toEqual([{ id: 'a', title: 'A' }]);
    const card = { action: { buttons: [{ type: 'quick_reply', quick_reply: { id: 'b', title: 'B' } }] } };
    expect(buttonsOf({ interactive: { action: { cards: [card, {}] } } })).toEqual([{ id: 'b', title: 'B' }]);
    const components = [
      {
        type: 'BUTTON',
        sub_type: 'QUICK_REPLY',
        parameters: [{ type: 'payload', payload: 'p' }, { type: 'payload' }],
      },
      { type: 'button', sub_type: 'url', parameters: [{ type: 'text', text: 'x' }] },
      { type: 'body', parameters: [] },
    ];
    expect(buttonsOf({ template: { components } })).toEqual([{ id: 'p', title: 'p' }]);
    expect(buttonsOf({})).toEqual([]);
  });
});

describe('rowsOf', () => {
  it('finds the rows of all sections', () => {
    const sections = [
      { rows: [{ id: 'a', title: 'A' }] },
      { rows: [{ id: 'b', title: 'B', description: 'd' }] },
      {},
    ];
    expect(rowsOf({ interactive: { action: { sections } } })).toEqual([
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B', description: 'd' },
    ]);
    expect(rowsOf({})).toEqual([]);
  });
});
