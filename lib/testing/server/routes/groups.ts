import type { EmulatedGroup } from '../../model/emulated-group';
import { textOf } from '../../model/json';
import { groupItem } from '../../webhooks/group-items';
import { timestamp } from '../../webhooks/webhook-builders';
import { GROUP_PAGES, pageOf } from '../graph-page';
import { requiredText, requireProduct, requireThat } from '../required';
import type { RouteHandler } from '../route.interface';

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
export const listGroups: RouteHandler = (request, { state }) => {
  const groups = [...state.groups.values()]
    .filter((group) => group.phoneNumberId === request.id)
    .map(({ id, subject, createdAt = 0 }) => ({ id, subject, created_at: timestamp(createdAt) }));
  const { data, ...page } = pageOf(groups, request, 'groups', state, GROUP_PAGES);
  return { body: { data: { groups: data }, ...page } };
};
