import type { EmulatedGroup } from '../../model/emulated-group';
import { textOf } from '../../model/json';
import { groupItem } from '../../webhooks/group-items';
import { timestamp } from '../../webhooks/webhook-builders';
import { GraphRefusal } from '../graph-refusal';
import { requiredText, requireProduct, requireThat } from '../required';
import type { RouteHandler } from '../route.interface';

const MAX_PAGE = 1024;

/** `POST /{phone}/groups`: the group itself comes by a webhook. */
export const createGroup: RouteHandler = async (request, { state, webhooks }) => {
  const params = await request.params();
  requireProduct(params);
  const subject = requiredText(params, 'subject').trim();
  const description = textOf(params['description']);
  const mode = textOf(params['join_approval_mode']) ?? 'auto_approve';
  requireThat(subject.length > 0 && subject.length <= 128, 'subject must have 1 to 128 characters');
  requireThat((description ?? '').length <= 2048, 'description must have at most 2048 characters');
  requireThat(['auto_approve', 'approval_required'].includes(mode), 'join_approval_mode is not known');
  const { number } = request;
  const requestId = state.ids.groupRequest();
  const group: EmulatedGroup = {
    id: state.ids.group(number.displayPhoneNumber),
    subject,
    phoneNumberId: number.phoneNumberId,
    participants: [],
    description,
    joinApprovalMode: mode,
    inviteLink: state.ids.inviteLink(),
    createdAt: state.clock.now(),
  };
  state.groups.set(group.id, group);
  const created = {
    type: 'group_create',
    request_id: requestId,
    subject,
    ...(description !== undefined && { description }),
    invite_link: group.inviteLink,
    join_approval_mode: mode,
  };
  return {
    body: { messaging_product: 'whatsapp', request_id: requestId },
    after: () => {
      if (webhooks.connected)
        webhooks.send([groupItem(number, 'group_lifecycle_update', group, state.clock.now(), created)]);
    },
  };
};

/** `GET /{phone}/groups`, in pages. */
export const listGroups: RouteHandler = ({ id, query }, { state }) => {
  const limit = Number(query.get('limit') ?? 25);
  requireThat(Number.isInteger(limit) && limit >= 1 && limit <= MAX_PAGE, `limit must be 1 to ${MAX_PAGE}`);
  const all = [...state.groups.values()].filter((group) => group.phoneNumberId === id);
  const after = query.get('after');
  const start = after === null ? 0 : positionOf(after) + 1;
  const page = all.slice(start, start + limit);
  const end = start + page.length - 1;
  return {
    body: {
      data: {
        groups: page.map((group) => ({
          id: group.id,
          subject: group.subject,
          created_at: timestamp(group.createdAt ?? 0),
        })),
      },
      ...(page.length > 0 && {
        paging: {
          cursors: { before: cursorOf(start), after: cursorOf(end) },
          ...(end + 1 < all.length && {
            next: `https://graph.facebook.com/${id}/groups?access_token=hidden&limit=${limit}&after=${cursorOf(end)}`,
          }),
        },
      }),
    },
  };
};

function cursorOf(position: number): string {
  return Buffer.from(`group ${position}`).toString('base64url');
}

function positionOf(cursor: string): number {
  const [, position] = /^group (\d+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (position === undefined)
    throw new GraphRefusal(131059, { details: 'The cursor is not valid any more.' });
  return Number(position);
}
