import { needing } from './route-guards';
import type { Route } from './route.interface';
import {
  approveJoinRequests,
  listJoinRequests,
  rejectJoinRequests,
  removeParticipants,
} from './routes/group-members';
import {
  deleteGroup,
  deleteInviteLink,
  getGroup,
  getInviteLink,
  resetInviteLink,
  updateGroup,
} from './routes/group-node';
import { createGroup, listGroups } from './routes/groups';

/** The endpoints of groups. */
export const GROUP_ROUTES: readonly Route[] = needing('whatsapp_business_messaging', [
  { method: 'POST', node: 'number', path: 'groups', handle: createGroup },
  { method: 'GET', node: 'number', path: 'groups', handle: listGroups },
  { method: 'GET', node: 'group', path: '', handle: getGroup },
  { method: 'POST', node: 'group', path: '', handle: updateGroup },
  { method: 'DELETE', node: 'group', path: '', handle: deleteGroup },
  { method: 'GET', node: 'group', path: 'invite_link', handle: getInviteLink },
  { method: 'POST', node: 'group', path: 'invite_link', handle: resetInviteLink },
  { method: 'DELETE', node: 'group', path: 'invite_link', handle: deleteInviteLink },
  { method: 'GET', node: 'group', path: 'join_requests', handle: listJoinRequests },
  { method: 'POST', node: 'group', path: 'join_requests', handle: approveJoinRequests },
  { method: 'DELETE', node: 'group', path: 'join_requests', handle: rejectJoinRequests },
  { method: 'DELETE', node: 'group', path: 'participants', handle: removeParticipants },
]);
