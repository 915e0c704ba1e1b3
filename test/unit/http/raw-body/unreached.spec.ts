import { reportUnreached } from '../../../../lib/http/raw-body/unreached';
import type { WebhookLog } from '../../../../lib/http/webhook-log.service';
import { WEBHOOK_REACHED } from '../../../../lib/http/webhook-request.interface';

describe('reportUnreached', () => {
  const lines = (status: number, reached: boolean): string[] => {
    const warn = jest.fn();
    const request = {
      method: 'POST',
      url: '/',
      headers: {},
      ...(reached ? { [WEBHOOK_REACHED]: true } : {}),
    };
    reportUnreached({ warn } as unknown as WebhookLog, request, status);
    return warn.mock.calls.map(([, message]) => message as string);
  };

  it.each([401, 403, 404, 429])('names the option when the application answers %i', (status) => {
    expect(lines(status, false)).toEqual([expect.stringContaining(`answered ${status} to POST`)]);
    expect(lines(status, false)[0]).toContain('decorators: [Public()]');
    expect(lines(status, true)).toEqual([]);
  });

  it.each([200, 400, 413, 500, 503])('says nothing about %i', (status) => {
    expect(lines(status, false)).toEqual([]);
  });
});
