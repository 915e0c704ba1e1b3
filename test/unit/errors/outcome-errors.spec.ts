import { inspect } from 'node:util';
import { AccountNotFoundError } from '../../../lib/errors/account-not-found.error';
import { SendOutcomeUnknownError } from '../../../lib/errors/send-outcome-unknown.error';
import { TransportError } from '../../../lib/errors/transport.error';
import { WhatsAppError } from '../../../lib/errors/whatsapp.error';

describe('TransportError', () => {
  it('says what happened, and whether anything left', () => {
    const refused = new TransportError({
      reason: 'connect',
      sent: false,
      code: 'ECONNREFUSED',
      operation: 'GET /{id}',
    });
    expect(refused).toBeInstanceOf(WhatsAppError);
    expect(refused.message).toBe('GET /{id}: could not connect (ECONNREFUSED)');
    expect(new TransportError({ reason: 'timeout', sent: false }).message).toMatch(/; nothing was sent$/);
    const lost = new TransportError({ reason: 'connection-lost', sent: true });
    expect(lost.message).not.toMatch(/nothing was sent/);
    expect(Object.keys(lost)).not.toContain('code');
  });

  it('can be told of a request later, keeping its cause', () => {
    const cause = new Error('stop');
    const error = new TransportError({ reason: 'aborted', sent: true }, { cause }).during('POST /{id}');
    expect(error).toMatchObject({ reason: 'aborted', sent: true, operation: 'POST /{id}', cause });
    expect(new TransportError({ reason: 'timeout', sent: true }).during('GET /{id}')).not.toHaveProperty(
      'cause',
    );
  });
});

describe('SendOutcomeUnknownError', () => {
  it('says that the message was not sent again, and keeps the correlation out of sight', () => {
    const error = new SendOutcomeUnknownError({
      reason: 'unreadable-answer',
      httpStatus: 502,
      operation: 'POST /{id}/messages',
      correlation: 'order 17 of Zoltan',
    });
    expect(error.message).toMatch(
      /^POST \/\{id\}\/messages: the outcome is unknown \(unreadable-answer, HTTP 502\)/,
    );
    expect(error.message).toMatch(/was not sent again/);
    expect(error.correlation).toBe('order 17 of Zoltan');
    expect(inspect(error, { showHidden: true }) + JSON.stringify(error)).not.toContain('Zoltan');
    const bare = new SendOutcomeUnknownError({ reason: 'timeout' });
    expect(bare.message).toMatch(/^the outcome is unknown \(timeout\)/);
    expect(Object.keys(bare)).toEqual(['name', 'reason']);
  });
});

describe('AccountNotFoundError', () => {
  it('names the fix and only the end of the id', () => {
    const error = new AccountNotFoundError({ phoneNumberId: '106540352242922' });
    expect(error.message).toMatch(/phoneNumberId ending in 2922/);
    expect(error.ref).toEqual({ phoneNumberId: '106540352242922', wabaId: undefined });
    expect(inspect(error, { showHidden: true }) + JSON.stringify(error)).not.toContain('10654035224');
    expect(new AccountNotFoundError({ wabaId: '102290129340398' })).toMatchObject({ missing: 'wabaId' });
    expect(new AccountNotFoundError({}).message).toMatch(/^No default account: set `accessToken`/);
  });
});
