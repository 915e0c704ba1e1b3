import { EmulatorError } from '../emulator.error';
import { changeGroup, changeParticipants } from '../model/emulated-group';
import type { EmulatedGroup } from '../model/emulated-group';
import type { EmulatorState } from '../model/emulator-state';
import type { UserProfile } from '../model/user-profile.interface';
import type { Delivery } from '../webhooks/delivery';
import { groupItem, memberOf } from '../webhooks/group-items';
import type { WebhookSender } from '../webhooks/webhook-sender';

const MAX_PARTICIPANTS = 8;

/**
 * A user follows the invite link: comes in, or waits for the business where it wants to be asked. Resolves when the
 * application has answered.
 * @throws EmulatorError when the user cannot come in
 */
export function enterGroup(
  user: UserProfile,
  group: EmulatedGroup,
  state: EmulatorState,
  webhooks: WebhookSender,
): Promise<Delivery> {
  const number = state.numbers.get(group.phoneNumberId);
  const refuse = (why: string): EmulatorError => new EmulatorError(`${user.name} cannot join: ${why}.`);
  if (!number || state.groups.get(group.id) !== group) throw refuse('the group does not exist');
  const requests = group.joinRequests ?? [];
  const same = ({ userId }: UserProfile): boolean => userId === user.userId;
  if (group.participants.some(same)) throw refuse('already in the group');
  if (group.banned?.includes(user.userId)) throw refuse('the business took this user out');
  if (group.participants.length >= MAX_PARTICIPANTS) throw refuse(`a group has ${MAX_PARTICIPANTS} places`);
  const at = state.clock.now();
  if (group.joinApprovalMode === 'approval_required') {
    if (requests.some((request) => same(request.user))) throw refuse('already waiting');
    const id = state.ids.groupRequest();
    changeGroup(group, { joinRequests: [...requests, { id, user, at }] });
    const waiting = { type: 'group_join_request_created', join_request_id: id, ...memberOf(user) };
    return webhooks.send([groupItem(number, 'group_participants_update', group, at, waiting)]).answered;
  }
  changeParticipants(group, [...group.participants, user], at);
  const joined = {
    type: 'group_participants_add',
    reason: 'invite_link',
    added_participants: [memberOf(user)],
  };
  return webhooks.send([groupItem(number, 'group_participants_update', group, at, joined)]).answered;
}
