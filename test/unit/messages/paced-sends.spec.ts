import type { AccountDirectory } from '../../../lib/config/account-directory';
import type { PacedOutcome, PacedSend, SendPacer } from '../../../lib/config/send-pacer.interface';
import type { TemplateDefinitions } from '../../../lib/config/template-definitions.interface';
import { GraphApiError } from '../../../lib/errors/graph-api.error';
import { SendRejectedError } from '../../../lib/errors/send-rejected.error';
import type { GraphClient } from '../../../lib/graph/graph-client.service';
import type { GraphRequest } from '../../../lib/graph/graph-request.interface';
import { MessagesSender } from '../../../lib/messages/messages.sender';
import { MessagesService } from '../../../lib/messages/messages.service';
import { PacedSends } from '../../../lib/messages/paced-sends.service';
import { PayloadValidator } from '../../../lib/validation/payload-validator.service';
import { ManualClock } from '../../support/manual-clock';
import { ACCEPTED } from './support';

function setup(answer: unknown = ACCEPTED, meanwhile: (request: GraphRequest) => void = () => undefined) {
  const steps: string[] = [];
  const asked: PacedSend[] = [];
  const reported: PacedOutcome[] = [];
  const pacer: SendPacer = {
    acquire: async (send) => {
      asked.push(send);
      await Promise.resolve();
      if (send.recipient === '16505550666') throw new SendRejectedError('queue-full');
      steps.push('may leave');
    },
    report: (_send, outcome) => void reported.push(outcome),
  };
  const graph = {
    exchange: (request: GraphRequest) => {
      steps.push('left');
      meanwhile(request);
      if (answer instanceof Error) return Promise.reject(answer);
      return Promise.resolve({ status: 200, headers: { 'x-app-usage': '{}' }, data: answer });
    },
  } as unknown as GraphClient;
  const directory = {
    account: () => Promise.resolve({ accessToken: 't', phoneNumberId: '100' }),
  } as unknown as AccountDirectory;
  const definitions = {
    find: ({ name }: { name: string }) => (name === 'code' ? { category: 'AUTHENTICATION' } : undefined),
  } as unknown as TemplateDefinitions;
  const clock = new ManualClock();
  const sender = new MessagesSender(graph, new PacedSends(graph, directory, pacer, definitions));
  const messages = new MessagesService(sender, new PayloadValidator({}, clock), clock);
  return { messages, steps, asked, reported };
}

describe('paced sends', () => {
  it('leave when the pacer lets them, which learns how they fared', async () => {
    const { messages, steps, asked, reported } = setup();
    const { messageId } = await messages.sendText({ to: '+1 650 555 1234', body: 'Hi' });
    expect(messageId).toBe('wamid.HBgLMTY1');
    expect(steps).toEqual(['may leave', 'left']);
    expect(asked).toEqual([
      { phoneNumberId: '100', account: {}, recipient: '16505551234', priority: 'utility', signal: undefined },
    ]);
    expect(reported).toEqual([{ headers: { 'x-app-usage': '{}' } }]);
  });

  it('do not leave when the pacer refuses, and are not reported', async () => {
    const { messages, steps, reported } = setup();
    await expect(messages.sendText({ to: '16505550666', body: 'Hi' })).rejects.toMatchObject({
      reason: 'queue-full',
    });
    expect([steps, reported]).toEqual([[], []]);
  });

  it('report what they failed with', async () => {
    const error = new Error('refused');
    const { messages, reported } = setup(error);
    await expect(messages.sendText({ to: '16505551234', body: 'Hi' })).rejects.toBe(error);
    expect(reported).toEqual([{ error }]);
  });

  it('report every refusal, also those after which they are repeated, and each once', async () => {
    const first = new GraphApiError({ text: 'slow', category: 'throttling', retryable: true });
    const last = new GraphApiError({ text: 'no', category: 'messaging', retryable: false });
    const headers = { 'x-business-use-case-usage': '{}' };
    const { messages, reported } = setup(last, (request) => {
      request.onRefusal?.(first, {});
      request.onRefusal?.(last, headers);
    });
    await expect(messages.sendText({ to: '16505551234', body: 'Hi' })).rejects.toBe(last);
    expect(reported).toEqual([
      { headers: {}, error: first },
      { headers, error: last },
    ]);
  });

  it('go by the category of their template, and by what the caller says', async () => {
    const { messages, asked } = setup();
    const template = { to: '16505551234', language: 'en_US' };
    await messages.sendTemplate({ ...template, name: 'code' });
    await messages.sendTemplate({ ...template, name: 'not_known' });
    await messages.sendTemplate({ ...template, name: 'code' }, { priority: 'marketing' });
    await messages.sendMarketingMessage({ ...template, name: 'sale' });
    const directSend = { to: '1', type: 'text', text: { body: 'x' }, category: 'authentication' } as const;
    await messages.send(directSend);
    const priorities = ['authentication', 'utility', 'marketing', 'marketing', 'authentication'];
    expect(asked.map(({ priority }) => priority)).toEqual(priorities);
  });
});
