import { Logger } from '@nestjs/common';
import { BlockedUsersService } from '../../../lib/blocked-users/blocked-users.service';
import { BulkBlockingFailedError } from '../../../lib/errors/block-user.errors';
import { toGraphApiError } from '../../../lib/errors/graph-error.mapper';
import { ReEngagementMessageError } from '../../../lib/errors/message-send.errors';
import { RecordingGraph, refusals } from '../../support/recording-graph';

const graph = new RecordingGraph();
const users = new BlockedUsersService(graph.client, graph.validator, graph.pages, graph.clock);
const OPERATION = 'POST /{id}/block_users';

beforeEach(() => {
  graph.requests.length = 0;
});

const failed = {
  input: '+16505551111',
  wa_id: '16505551111',
  errors: [
    { message: 'Re-engagement message', code: 131047, error_data: { details: 'Not within 24 hours.' } },
  ],
};
const added = {
  input: '+16505551234',
  wa_id: '16505551234',
  user_id: 'US.1349120',
  parent_user_id: 'US.ENT.99',
};

describe('BlockedUsersService', () => {
  it('S2 UsersBlockedResult: blocks users by phone number and user id', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const raw = { messaging_product: 'whatsapp', block_users: { added_users: [added, { input: 'US.7x' }] } };
    graph.answer(raw);
    const result = await users.block(['+16505551234', { userId: 'US.7x' }, 'US.8x', { phone: '1555' }]);
    expect(result).toEqual({
      added: [
        { input: '+16505551234', waId: '16505551234', userId: 'US.1349120', parentUserId: 'US.ENT.99' },
        { input: 'US.7x' },
      ],
      failed: [],
      raw,
    });
    expect(graph.sent).toEqual([
      {
        method: 'POST',
        path: '100/block_users',
        body: {
          messaging_product: 'whatsapp',
          block_users: [
            { user: '+16505551234' },
            { user_id: 'US.7x' },
            { user_id: 'US.8x' },
            { user: '1555' },
          ],
        },
      },
    ]);
    expect(warn.mock.calls).toEqual([[expect.stringContaining('users does not look like a phone number')]]);
    warn.mockRestore();
  });

  it('S2 BlockUserFailure.input, BlockUserFailure.errors: tells partial failures as data, with errors of this package', async () => {
    const body = {
      error: { message: '(#139100) Failed to block/unblock some users', code: 139100, fbtrace_id: 'A' },
      messaging_product: 'whatsapp',
      block_users: { added_users: [added], failed_users: [failed] },
    };
    graph.answer(toGraphApiError(400, {}, body, { operation: OPERATION }));
    const { added: done, failed: left, error, raw } = await users.block(['+16505551234', '+16505551111']);
    expect(done).toHaveLength(1);
    expect(left).toEqual([
      { input: '+16505551111', waId: '16505551111', errors: [expect.any(ReEngagementMessageError)] },
    ]);
    expect(left[0]?.errors[0]?.details).toBe('Not within 24 hours.');
    expect(error).toBeInstanceOf(BulkBlockingFailedError);
    expect(raw).toBe(error?.raw);
  });

  it('throws when the request failed as a whole', async () => {
    graph.answer(
      toGraphApiError(400, {}, { error: { message: 'limit', code: 139101 } }, { operation: OPERATION }),
    );
    await expect(users.block('+16505551234')).rejects.toMatchObject({ code: 139101 });
    graph.answer(new Error('mine'));
    await expect(users.block('+16505551234')).rejects.toThrow('mine');
  });

  it('S2 UsersUnblockedResult.removed_users: unblocks by DELETE with a body', async () => {
    graph.answer({ block_users: { removed_users: [added] } });
    await expect(users.unblock('+16505551234', { phoneNumberId: '100' })).resolves.toMatchObject({
      removed: [{ waId: '16505551234' }],
      failed: [],
    });
    expect(graph.sent).toEqual([
      {
        method: 'DELETE',
        path: '100/block_users',
        body: { messaging_product: 'whatsapp', block_users: [{ user: '+16505551234' }] },
      },
    ]);
  });

  it('S2 get_blocked_users: lists page by page, users without a phone number too', async () => {
    graph.answer(
      {
        data: [{ messaging_product: 'whatsapp', wa_id: '16505551234', user_id: 'US.1x' }],
        paging: { cursors: { after: 'A' }, next: 'https://graph.facebook.com/x' },
      },
      { data: [{ messaging_product: 'whatsapp', user_id: 'US.2x', parent_user_id: 'US.ENT.2' }] },
    );
    const page = await users.list({ limit: 1 });
    await expect(page.all()).resolves.toEqual([
      { waId: '16505551234', userId: 'US.1x' },
      { userId: 'US.2x', parentUserId: 'US.ENT.2' },
    ]);
  });

  it('refuses what Meta would refuse', async () => {
    await expect(refusals(() => users.block([]))).resolves.toEqual([
      'users: must have at least 1 item, has 0',
    ]);
    await expect(refusals(() => users.block(Array(1001).fill('16505551234')))).resolves.toEqual([
      'users: must have at most 1000 items, has 1001',
    ]);
    await expect(refusals(() => users.unblock(['16505551234', { group: 'g' } as never]))).resolves.toEqual([
      'users[1]: must be a user: Meta does not deliver this kind to groups',
    ]);
    expect(graph.requests).toEqual([]);
  });
});
