import type { EnvelopeOf, WhatsAppEventName, WhatsAppEventPayloads } from '../../../lib/events/event-map';
import { WHATSAPP_EVENT_NAMES } from '../../../lib/events/event-names';
import { parseWebhook } from '../../../lib/webhook/webhook.parser';
import { fixture } from '../webhook/fixtures';
import { fixtureNames } from '../webhook/fixture-names';

describe('WHATSAPP_EVENT_NAMES', () => {
  it('are distinct, frozen, and follow one grammar', () => {
    expect(new Set(WHATSAPP_EVENT_NAMES).size).toBe(WHATSAPP_EVENT_NAMES.length);
    expect(Object.isFrozen(WHATSAPP_EVENT_NAMES)).toBe(true);
    for (const name of WHATSAPP_EVENT_NAMES) expect(name).toMatch(/^(unknown|[a-z_]+(\.[a-z_]+){1,2})$/);
  });

  it('have a fixture each, but for types that Meta sends rarely or has never published', () => {
    const seen = new Set(Object.values(fixtureNames).flat());
    expect(WHATSAPP_EVENT_NAMES.filter((name) => !seen.has(name))).toEqual([
      'message.voice',
      'payment.failed',
      'payment.unknown',
      'user_action.unknown',
      'error.smb_message_echoes',
      'error.other',
      'call.unknown',
      'call.status.unknown',
      'echo.video',
      'echo.sticker',
      'echo.location',
      'echo.contacts',
      'echo.interactive',
      'echo.button',
      'echo.order',
      'echo.template',
      'echo.unknown',
      'app_state_sync.unknown',
      'flow.unknown',
      'group.unknown',
      'handover.unknown',
      'automatic_event.unknown',
      'tracking_event.unknown',
    ]);
  });
});

describe('the event map', () => {
  /** Compiles only while the name tells the payload. */
  function summary(envelope: EnvelopeOf<WhatsAppEventName>): string {
    switch (envelope.name) {
      case 'message.text':
        return envelope.payload.text.body;
      case 'message.interactive.button_reply':
        return envelope.payload.interactive.button_reply.id;
      case 'status.failed':
        return String(envelope.payload.errors[0]?.code);
      case 'call.connect':
        return envelope.payload.session?.sdp_type ?? 'none';
      case 'user_preference.stop':
        return envelope.payload.category satisfies 'marketing_messages';
      default:
        return envelope.name;
    }
  }

  it.each([
    ['messages.interactive.button_reply', 'order:confirm:8812'],
    ['messages.statuses.failed', '131026'],
    ['calls.connect.user_initiated', 'offer'],
    ['user_preferences.stop', 'marketing_messages'],
    ['history.declined', 'history.declined'],
  ])('types what the parser gives: %s', (file, expected) => {
    expect(parseWebhook(fixture(file)).map(summary)).toEqual([expected]);
  });

  it('types payloads so that a typing slip does not compile', () => {
    const text: WhatsAppEventPayloads['message.text'] = {
      id: '1',
      timestamp: '1',
      type: 'text',
      text: { body: 'hi' },
    };
    // @ts-expect-error a text message has no such member
    expect(text.txt).toBeUndefined();
    // @ts-expect-error the type tells the content
    const wrong: WhatsAppEventPayloads['message.image'] = text;
    expect(wrong).toBe(text);
  });
});
