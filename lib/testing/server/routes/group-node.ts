import { createHash } from 'node:crypto';
import { changeGroup } from '../../model/emulated-group';
import type { EmulatedGroup } from '../../model/emulated-group';
import type { EmulatorState } from '../../model/emulator-state';
import type { JsonObject } from '../../model/json';
import { groupItem, memberOf } from '../../webhooks/group-items';
import { timestamp } from '../../webhooks/webhook-builders';
import { selectFields } from '../fields';
import { unknownNode } from '../graph-refusal';
import type { MultipartPart } from '../multipart-reader';
import { plainText, requireProduct, requireThat } from '../required';
import type { RouteContext, RouteHandler, RouteRequest } from '../route.interface';

const MAX_PICTURE_BYTES = 5 * 1024 * 1024;

/** The group of a request. */
export function groupOf({ method, id }: RouteRequest, state: EmulatorState): EmulatedGroup {
  const group = state.groups.get(id);
  if (!group) throw unknownNode(method, id);
  return group;
}

/** `GET /{group}`. */
export const getGroup: RouteHandler = (request, { state }) => {
  const group = groupOf(request, state);
  const node = {
    id: group.id,
    subject: group.subject,
    description: group.description,
    creation_timestamp: Number(timestamp(group.createdAt ?? 0)),
    suspended: false,
    total_participant_count: group.participants.length,
    participants: group.participants.map(memberOf),
    join_approval_mode: group.joinApprovalMode ?? 'auto_approve',
  };
  const selected = selectFields(node, request.query.get('fields'), { type: 'Group', defaults: 'id' });
  return { body: { messaging_product: 'whatsapp', ...selected } };
};

/** `POST /{group}`: subject and description, and in a form the picture too. */
export const updateGroup: RouteHandler = async (request, context) => {
  const group = groupOf(request, context.state);
  const files = await request.files();
  const picture = files.get('file') ?? files.get('profile_picture_file');
  const params = await request.params();
  const hasTexts = params['subject'] !== undefined || params['description'] !== undefined;
  requireThat(picture !== undefined || hasTexts, 'nothing was given to change');
  const outcome = {
    ...(hasTexts && takeTexts(params, group)),
    ...(picture && takePicture(picture, group)),
  };
  return changed(request, context, group, 'group_settings_update', {
    type: 'group_settings_update',
    ...outcome,
  });
};

/** `DELETE /{group}`. */
export const deleteGroup: RouteHandler = (request, context) => {
  const group = groupOf(request, context.state);
  context.state.groups.delete(group.id);
  return changed(request, context, group, 'group_lifecycle_update', { type: 'group_delete' });
};

/** `GET` and `POST /{group}/invite_link`: the link, and a new one. */
export const getInviteLink: RouteHandler = (request, { state }) => {
  const group = groupOf(request, state);
  if (group.inviteLink === undefined) changeGroup(group, { inviteLink: state.ids.inviteLink() });
  return { body: { messaging_product: 'whatsapp', invite_link: group.inviteLink } };
};

export const resetInviteLink: RouteHandler = async (request, { state }) => {
  requireProduct(await request.params());
  const inviteLink = state.ids.inviteLink();
  changeGroup(groupOf(request, state), { inviteLink });
  return { body: { messaging_product: 'whatsapp', invite_link: inviteLink } };
};

/** `DELETE /{group}/invite_link`: no link until a new one is made. */
export const deleteInviteLink: RouteHandler = async (request, { state }) => {
  requireProduct(await request.params());
  changeGroup(groupOf(request, state), { inviteLink: undefined });
  return { body: { messaging_product: 'whatsapp', success: 'true' } };
};

/** The answer to a change, and the webhook that tells of it. */
export function changed(
  { number }: RouteRequest,
  { state, webhooks }: RouteContext,
  group: EmulatedGroup,
  field: Parameters<typeof groupItem>[1],
  members: JsonObject,
): ReturnType<RouteHandler> {
  const requestId = state.ids.groupRequest();
  return {
    body: { messaging_product: 'whatsapp', request_id: requestId },
    after: () => {
      const at = state.clock.now();
      if (webhooks.connected)
        webhooks.send([groupItem(number, field, group, at, { request_id: requestId, ...members })]);
    },
  };
}

function takeTexts(params: JsonObject, group: EmulatedGroup): JsonObject {
  requireProduct(params);
  const { subject, description } = params;
  const newSubject = plainText(subject)?.trim();
  if (subject !== undefined)
    requireThat(!!newSubject && newSubject.length <= 128, 'subject must have 1 to 128 characters');
  changeGroup(group, {
    ...(newSubject && { subject: newSubject }),
    ...(description !== undefined && { description: plainText(description) ?? '' }),
  });
  return {
    ...(newSubject && { group_subject: { text: newSubject, update_successful: true } }),
    ...(description !== undefined && {
      group_description: { text: group.description, update_successful: true },
    }),
  };
}

function takePicture({ contentType, data }: MultipartPart, group: EmulatedGroup): JsonObject {
  requireThat(contentType === 'image/jpeg', 'the picture must be a JPEG');
  requireThat(data.length <= MAX_PICTURE_BYTES, 'the picture may have 5 MB at most');
  changeGroup(group, { picture: data });
  const sha256 = createHash('sha256').update(data).digest('base64');
  return { profile_picture: { mime_type: 'image/jpeg', sha256, update_successful: true } };
}
