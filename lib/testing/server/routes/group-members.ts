import { changeGroup, changeParticipants } from '../../model/emulated-group';
import type { EmulatedGroup } from '../../model/emulated-group';
import { errorKind } from '../../model/error-kinds';
import { objectsOf } from '../../model/json';
import type { JsonObject } from '../../model/json';
import { groupItem, memberOf } from '../../webhooks/group-items';
import { timestamp } from '../../webhooks/webhook-builders';
import { GROUP_PAGES, pageOf } from '../graph-page';
import { GraphRefusal } from '../graph-refusal';
import { plainText, requireProduct, requireThat } from '../required';
import type { RouteHandler } from '../route.interface';
import { changed, groupOf } from './group-node';

const MAX_PARTICIPANTS = 8;

/** `GET /{group}/join_requests`. */
export const listJoinRequests: RouteHandler = (request, { state }) => {
  const waiting = (groupOf(request, state).joinRequests ?? []).map(({ id, user, at }) => ({
    join_request_id: id,
    ...memberOf(user),
    creation_timestamp: timestamp(at),
  }));
  return { body: pageOf(waiting, request, 'join_requests', state, GROUP_PAGES) };
};

/** `POST /{group}/join_requests`. */
export const approveJoinRequests: RouteHandler = async (request, { state, webhooks }) => {
  const group = groupOf(request, state);
  const { done, failed } = take(group, await request.params(), MAX_PARTICIPANTS - group.participants.length);
  const joined = done.map(({ user }) => user);
  changeParticipants(group, [...group.participants, ...joined], state.clock.now());
  return {
    body: {
      messaging_product: 'whatsapp',
      approved_join_requests: done.map(({ id }) => id),
      failed_join_requests: failed,
      errors: [],
    },
    after: () => {
      if (joined.length === 0 || !webhooks.connected) return;
      const item = { type: 'group_participants_add', added_participants: joined.map(memberOf) };
      webhooks.send([groupItem(request.number, 'group_participants_update', group, state.clock.now(), item)]);
    },
  };
};

/** `DELETE /{group}/join_requests`. */
export const rejectJoinRequests: RouteHandler = async (request, { state }) => {
  const { done, failed } = take(groupOf(request, state), await request.params(), Infinity);
  return {
    body: {
      messaging_product: 'whatsapp',
      rejected_join_requests: done.map(({ id }) => id),
      failed_join_requests: failed,
      errors: [],
    },
  };
};

/** `DELETE /{group}/participants`. */
export const removeParticipants: RouteHandler = async (request, context) => {
  const group = groupOf(request, context.state);
  const params = await request.params();
  requireProduct(params);
  const named = objectsOf(params['participants']);
  requireThat(
    named.length >= 1 && named.length <= MAX_PARTICIPANTS,
    `participants must have 1 to ${MAX_PARTICIPANTS} items`,
  );
  const removed = named.map((user) => {
    const id = plainText(user['user_id']) ?? plainText(user['user'])?.replace(/\D/g, '');
    const found = group.participants.find(({ userId, phone }) => userId === id || phone === id);
    if (!found) throw new GraphRefusal(131212, { details: 'A user of the list is not in the group.' });
    return found;
  });
  if (new Set(removed).size < removed.length)
    throw new GraphRefusal(131202, { details: 'A user is listed twice.' });
  const staying = group.participants.filter((user) => !removed.includes(user));
  changeParticipants(group, staying, context.state.clock.now());
  changeGroup(group, { banned: [...(group.banned ?? []), ...removed.map(({ userId }) => userId)] });
  return changed(request, context, group, 'group_participants_update', {
    type: 'group_participants_remove',
    initiated_by: 'business',
    removed_participants: removed.map(memberOf),
  });
};

/** Takes requests off the list of those that wait. */
function take(group: EmulatedGroup, params: JsonObject, places: number) {
  requireProduct(params);
  const ids = params['join_requests'];
  requireThat(Array.isArray(ids) && ids.length > 0, 'join_requests must be a list of ids');
  const waiting = group.joinRequests ?? [];
  const failed: JsonObject[] = [];
  const done = (ids as unknown[]).flatMap((id) => {
    const found = waiting.find((entry) => entry.id === id);
    if (found) return [found];
    failed.push(failure(id, 131213));
    return [];
  });
  for (const { id } of done.splice(Math.max(places, 0))) failed.push(failure(id, 131204));
  changeGroup(group, { joinRequests: waiting.filter((entry) => !done.includes(entry)) });
  return { done, failed };
}

function failure(id: unknown, code: number): JsonObject {
  const { title } = errorKind(code);
  return { join_request_id: id, errors: [{ code, title, message: title, error_data: { details: title } }] };
}
