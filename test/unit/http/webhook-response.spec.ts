import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { answer } from '../../../lib/http/webhook-response';

function fastifyReply(sent: boolean) {
  const calls: unknown[][] = [];
  const reply = {
    sent,
    calls,
    code: (status: number) => (calls.push(['code', status]), reply),
    header: (name: string, value: string) => (calls.push(['header', name, value]), reply),
    send: (body?: string) => (calls.push(['send', body]), reply),
  };
  return reply;
}

describe('answer', () => {
  it('leaves a Node response alone that has been answered already', () => {
    const response = new ServerResponse(new IncomingMessage(new Socket()));
    response.writeHead(408).flushHeaders();
    answer(response, 200, 'late');
    expect(response.statusCode).toBe(408);
    expect(response.writableEnded).toBe(false);
  });

  it('leaves a Fastify reply alone that has been sent already', () => {
    const reply = fastifyReply(true);
    answer(reply, 200, 'late');
    expect(reply.calls).toEqual([]);
  });

  it('sends text as text, and headers', () => {
    const reply = fastifyReply(false);
    answer(reply, 503, 'later', { 'Retry-After': '5' });
    expect(reply.calls).toEqual([
      ['header', 'Retry-After', '5'],
      ['header', 'content-type', 'text/plain; charset=utf-8'],
      ['header', 'x-content-type-options', 'nosniff'],
      ['code', 503],
      ['send', 'later'],
    ]);
  });

  it('sends another content type where one is named, on both', () => {
    const reply = fastifyReply(false);
    answer(reply, 427, '{}', {}, 'application/json; charset=utf-8');
    expect(reply.calls).toContainEqual(['header', 'content-type', 'application/json; charset=utf-8']);
    const response = new ServerResponse(new IncomingMessage(new Socket()));
    answer(response, 427, '{}', {}, 'application/json; charset=utf-8');
    expect(response.getHeader('content-type')).toBe('application/json; charset=utf-8');
    expect(response.statusCode).toBe(427);
  });

  it('names no content type without a body', () => {
    const response = new ServerResponse(new IncomingMessage(new Socket()));
    answer(response, 427, '', {}, 'application/json; charset=utf-8');
    expect(response.hasHeader('content-type')).toBe(false);
  });
});
