import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../../../lib/testing/model/json';
import { messageText } from '../../../../lib/testing/model/message-text';

function fixture(name: string): JsonObject {
  const path = join(__dirname, '../../../fixtures/webhooks', `messages.${name}.json`);
  return JSON.parse(readFileSync(path, 'utf8')).entry[0].changes[0].value.messages[0];
}

describe('messageText', () => {
  it.each([
    ['text', 'Is the blue one still in stock?'],
    ['image', 'Is this the right part?'],
    ['document.no_caption', 'prices.xlsx'],
    ['audio', ''],
    ['reaction', '👍'],
    ['reaction.removed', ''],
    ['button', 'Stop promotions'],
    ['interactive.button_reply', 'Confirm'],
    ['interactive.list_reply', 'Tuesday 10:00'],
    ['interactive.nfm_reply.flow', 'Sent'],
    ['location', 'Mill Lane Cafe'],
    ['location.coordinates_only', '-33.8688, 151.2093'],
    ['contacts.minimal', 'Plumber'],
    ['edit.text', 'Is the green one still in stock?'],
    ['edit.image', 'Sorry, is THIS the right part?'],
    ['unsupported.131051', ''],
    ['future_type', ''],
  ])('reads %s', (name, text) => {
    expect(messageText(fixture(name))).toBe(text);
  });

  it('reads what the business sends', () => {
    expect(messageText({ text: { body: 'no type' } })).toBe('no type');
    expect(messageText({ type: 'interactive', interactive: { body: { text: 'Pick' } } })).toBe('Pick');
    expect(messageText({ type: 'interactive', interactive: {} })).toBe('');
    const components = [
      { type: 'body', parameters: [{ type: 'text', text: 'Ann' }, { type: 'image' }] },
      { type: 'button', parameters: [{ type: 'text', text: 'hidden' }] },
    ];
    expect(messageText({ type: 'template', template: { name: 'welcome', components } })).toBe('welcome Ann');
    expect(messageText({ type: 'template', template: {} })).toBe('');
    expect(messageText({ type: 'edit', edit: {} })).toBe('');
    expect(messageText({ type: 'contacts', contacts: [{}] })).toBe('');
  });
});
