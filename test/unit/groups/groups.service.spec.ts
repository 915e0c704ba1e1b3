import { toGraphApiError } from '../../../lib/errors/graph-error.mapper';
import { GroupParticipantNotInGroupError } from '../../../lib/errors/group.errors';
import type { GroupPicture } from '../../../lib/groups/group-picture';
import { GroupsService } from '../../../lib/groups/groups.service';
import { issuesOf, ScriptedGraph } from '../../support/scripted-graph';
import { jpeg } from './jpegs';

function setup(answer: unknown = { messaging_product: 'whatsapp', request_id: 'rq' }) {
  const graph = new ScriptedGraph();
  graph.answer = () => answer;
  return { graph, groups: new GroupsService(graph.client, graph.pages, graph.validator) };
}

const refused = (status: number, body: unknown) =>
  toGraphApiError(status, {}, body, { operation: 'POST /{id}' });

describe('GroupsService', () => {
  it('creates a group with the documented body', async () => {
    const { graph, groups } = setup();
    const input = { subject: 'Orders', description: 'd', joinApprovalMode: 'approval_required' };
    await expect(groups.create(input)).resolves.toMatchObject({ requestId: 'rq' });
    expect(graph.last).toEqual({
      method: 'POST',
      path: '100/groups',
      body: {
        messaging_product: 'whatsapp',
        subject: 'Orders',
        description: 'd',
        join_approval_mode: 'approval_required',
      },
    });
  });

  it.each([
    [{ subject: '  ' }, ['subject: must not be empty']],
    [{ subject: 'x'.repeat(129) }, ['subject: must have at most 128 characters, has 129']],
    [
      { subject: 'x', description: 'y'.repeat(2049) },
      ['description: must have at most 2048 characters, has 2049'],
    ],
  ])('refuses a group that Meta would refuse: %#', async (input, issues) => {
    const { graph, groups } = setup();
    expect(await issuesOf(groups.create(input))).toEqual(issues);
    expect(graph.requests).toEqual([]);
  });

  it('counts a subject without the blanks at its ends', async () => {
    const { groups } = setup();
    await expect(groups.create({ subject: ` ${'x'.repeat(128)} ` })).resolves.toBeDefined();
  });

  it.each([
    ['as documented', { data: { groups: [{ id: 'g1', subject: 'A', created_at: '1755548877' }] } }],
    ['as other lists', { data: [{ id: 'g1', subject: 'A', created_at: 1755548877 }] }],
  ])('lists groups, %s', async (_, answer) => {
    const { graph, groups } = setup(answer);
    const page = await groups.list({ limit: 1024 });
    expect(page.items).toMatchObject([{ id: 'g1', subject: 'A', createdAt: new Date(1755548877000) }]);
    expect(graph.last).toMatchObject({ path: '100/groups', query: { limit: 1024 } });
  });

  it('refuses pages of more than 1024 groups', async () => {
    expect(await issuesOf(setup().groups.list({ limit: 1025 }))).toEqual([
      'limit: must be a whole number from 1 to 1024',
    ]);
  });

  it('asks for all fields of a group and names members by what is known of them', async () => {
    const { graph, groups } = setup({
      messaging_product: 'whatsapp',
      id: 'g1',
      subject: 'Orders',
      description: 'd',
      suspended: false,
      creation_timestamp: 1755548877,
      total_participant_count: 2,
      participants: [
        { wa_id: '491701', user_id: 'DE.1' },
        { user_id: 'DE.2', username: 'ana' },
      ],
      join_approval_mode: 'approval_required',
    });
    const info = await groups.info('g1');
    expect(info).toMatchObject({
      id: 'g1',
      suspended: false,
      participantCount: 2,
      createdAt: new Date(1755548877000),
      joinApprovalMode: 'approval_required',
    });
    expect(info.participants).toEqual([
      { waId: '491701', userId: 'DE.1' },
      { userId: 'DE.2', username: 'ana' },
    ]);
    expect(String(graph.last.query?.['fields']).split(',')).toContain('participants');
  });

  it('updates what is given', async () => {
    const { graph, groups } = setup();
    await groups.update('g1', { description: '' });
    expect(graph.last).toEqual({
      method: 'POST',
      path: 'g1',
      body: { messaging_product: 'whatsapp', description: '' },
    });
    expect(await issuesOf(groups.update('g1', {}))).toEqual(['subject: must be a string']);
    expect(await issuesOf(groups.update('g1', { subject: '' }))).toEqual(['subject: must not be empty']);
  });

  it('takes the empty 200 of an update for a success', async () => {
    const { groups } = setup(refused(200, ''));
    await expect(groups.update('g1', { subject: 'New' })).resolves.toEqual({ raw: undefined });
  });

  it.each([
    ['a Buffer', jpeg(192, 192)],
    ['a Blob', new Blob([jpeg(640, 640)])],
  ])('sends a picture from %s as the part `file`', async (_, picture) => {
    const { graph, groups } = setup();
    await groups.setPicture('g1', picture);
    const form = graph.last.body as FormData;
    expect(form.get('messaging_product')).toBe('whatsapp');
    expect(form.get('file')).toMatchObject({ type: 'image/jpeg' });
  });

  it.each<[string, unknown]>([
    ['must be a JPEG', Buffer.from('PNG')],
    ['must be square', jpeg(200, 201)],
    ['must have sides of at least 192 pixels', jpeg(191, 191)],
    ['must have at most 5 MB, has 5242881 bytes', Buffer.alloc(5 * 1024 * 1024 + 1)],
    ['must be a Buffer, Uint8Array or Blob', 'picture.jpg'],
  ])('refuses a picture that %s', async (message, picture) => {
    expect(await issuesOf(setup().groups.setPicture('g1', picture as GroupPicture))).toEqual([
      `picture: ${message}`,
    ]);
  });

  it('reads and resets the invite link', async () => {
    const { graph, groups } = setup({ invite_link: 'https://chat.whatsapp.com/X' });
    await expect(groups.inviteLink('g1')).resolves.toMatchObject({
      inviteLink: 'https://chat.whatsapp.com/X',
    });
    await groups.resetInviteLink('g1');
    expect(graph.sent).toEqual([
      { method: 'GET', path: 'g1/invite_link' },
      { method: 'POST', path: 'g1/invite_link', body: { messaging_product: 'whatsapp' } },
    ]);
  });

  it('takes the invite link out of use', async () => {
    const { graph, groups } = setup({ messaging_product: 'whatsapp', success: 'true' });
    await groups.deleteInviteLink('g1');
    expect(graph.last).toEqual({
      method: 'DELETE',
      path: 'g1/invite_link',
      body: { messaging_product: 'whatsapp' },
    });
    await expect(setup({ success: false }).groups.deleteInviteLink('g1')).rejects.toThrow('success: false');
  });

  it('says what is missing when the answer has no link', async () => {
    await expect(setup({}).groups.inviteLink('g1')).rejects.toThrow('the answer has no invite_link');
  });

  it('lists join requests', async () => {
    const { groups } = setup({
      data: [{ join_request_id: 'j1', user_id: 'US.1', creation_timestamp: '1755548877' }],
    });
    const page = await groups.joinRequests('g1');
    expect(page.items).toMatchObject([
      { joinRequestId: 'j1', userId: 'US.1', createdAt: new Date(1755548877000) },
    ]);
  });

  it('reports partly failed decisions as data', async () => {
    const failure = { join_request_id: 'j2', errors: [{ code: 131213, title: 'unknown' }] };
    const { graph, groups } = setup({ approved_join_requests: ['j1'], failed_join_requests: [failure] });
    await expect(groups.approveJoinRequests('g1', ['j1', 'j2'])).resolves.toMatchObject({
      done: ['j1'],
      failed: [{ joinRequestId: 'j2', errors: [{ code: 131213 }] }],
    });
    expect(graph.last).toEqual({
      method: 'POST',
      path: 'g1/join_requests',
      body: { messaging_product: 'whatsapp', join_requests: ['j1', 'j2'] },
    });
  });

  it('reads the outcome beside the error of a partial success (131201, HTTP 206)', async () => {
    const { groups } = setup(
      refused(206, {
        error: { code: 131201, message: 'partially' },
        rejected_join_requests: [{ join_request_id: 'j1' }],
        failed_join_requests: [{ join_request_id: 'j2', errors: [] }],
      }),
    );
    await expect(groups.rejectJoinRequests('g1', ['j1', 'j2'])).resolves.toMatchObject({
      done: ['j1'],
      failed: [{ joinRequestId: 'j2' }],
    });
  });

  it('refuses empty, blank and repeated join requests', async () => {
    const { groups } = setup();
    expect(await issuesOf(groups.approveJoinRequests('g1', []))).toEqual([
      'joinRequestIds: must have at least 1 item, has 0',
    ]);
    expect(await issuesOf(groups.rejectJoinRequests('g1', ['a', '', 'a']))).toEqual([
      'joinRequestIds[1]: must not be empty',
      'joinRequestIds[2]: must be unique, equals joinRequestIds[0]',
    ]);
  });

  it('removes participants by phone number and by user id', async () => {
    const { graph, groups } = setup();
    await groups.removeParticipants('g1', ['+15550102001', 'US.123', { userId: 'DE.9' }]);
    expect(graph.last).toEqual({
      method: 'DELETE',
      path: 'g1/participants',
      body: {
        messaging_product: 'whatsapp',
        participants: [{ user: '+15550102001' }, { user_id: 'US.123' }, { user_id: 'DE.9' }],
      },
    });
  });

  it('refuses more than 8 participants, groups and the same user twice', async () => {
    const { groups } = setup();
    const nine = Array.from({ length: 9 }, (_, index) => `1555010200${index}`);
    expect(await issuesOf(groups.removeParticipants('g1', nine))).toEqual([
      'users: must have at most 8 items, has 9',
    ]);
    expect(
      await issuesOf(groups.removeParticipants('g1', ['15550102001', { phone: '15550102001' }])),
    ).toEqual(['users[1]: must be unique, equals users[0]']);
    expect(await issuesOf(groups.removeParticipants('g1', ['']))).toEqual(['users[0]: must not be empty']);
  });

  it('passes the errors of Meta on by class', async () => {
    const { groups } = setup(refused(400, { error: { code: 131212, message: 'not in group' } }));
    await expect(groups.removeParticipants('g1', ['15550102001'])).rejects.toBeInstanceOf(
      GroupParticipantNotInGroupError,
    );
  });

  it('takes a no of Meta for an error, and a yes without a request id for a success', async () => {
    await expect(setup({ success: false }).groups.delete('g1')).rejects.toThrow('success: false');
    await expect(setup({ success: true }).groups.delete('g1')).resolves.toEqual({ raw: { success: true } });
  });

  it('never lets an id lead to another endpoint', async () => {
    await expect(setup().groups.info('')).rejects.toThrow('has an empty id');
    const { graph, groups } = setup({ id: 'x' });
    await groups.info('100/settings');
    expect(graph.last.path).toBe('100%2Fsettings');
  });
});
