import { createHash } from 'node:crypto';
import { changeGroup } from '../../model/emulated-group';
import type { EmulatedGroup } from '../../model/emulated-group';
import type { EmulatorState } from '../../model/emulator-state';
import type { JsonObject } from '../../model/json';
import { groupItem, memberOf } from '../../webhooks/group-items';
import { timestamp } from '../../webhooks/webhook-builders';
import { selectFields } from '../fields';
import { GraphRefusal, unknownNode } from '../graph-refusal';
import { readMultipart } from '../multipart-reader';
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

/** `POST /{group}`: subject and description, or in a form the picture. */
export const updateGroup: RouteHandler = async (request, context) => {
  const group = groupOf(request, context.state);
  const isForm = request.headers['content-type']?.startsWith('multipart/') === true;
  const outcome = isForm ? await takePicture(request, group) : await takeTexts(request, group);
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

async function takeTexts(request: RouteRequest, group: EmulatedGroup): Promise<JsonObject> {
  const params = await request.params();
  requireProduct(params);
  const { subject, description } = params;
  requireThat(subject !== undefined || description !== undefined, 'nothing was given to change');
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

async function takePicture(request: RouteRequest, group: EmulatedGroup): Promise<JsonObject> {
  const chunks = request.stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  const parts = await readMultipart(chunks, request.headers['content-type'], {
    maxBytes: MAX_PICTURE_BYTES + 4096,
    maxParts: 5,
  });
  const file = parts.find(({ name }) => name === 'file' || name === 'profile_picture_file');
  request.describeBody({ file: file && { contentType: file.contentType, bytes: file.data.length } });
  if (!file) throw new GraphRefusal(100, { message: '(#100) The parameter file is required.' });
  requireThat(file.contentType === 'image/jpeg', 'the picture must be a JPEG');
  changeGroup(group, { picture: file.data });
  const sha256 = createHash('sha256').update(file.data).digest('base64');
  return { profile_picture: { mime_type: 'image/jpeg', sha256, update_successful: true } };
}
