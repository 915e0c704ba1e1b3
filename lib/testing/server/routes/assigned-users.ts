import type { EmulatorState } from '../../model/emulator-state';
import { selectFields } from '../fields';
import { pageOf, summaryOf } from '../graph-page';
import { requiredText, requireThat } from '../required';
import type { RouteHandler } from '../route.interface';
import { GraphRefusal } from '../graph-refusal';

const TASKS = new Set(
  (
    'DEVELOP,MANAGE,MANAGE_EXTENSIONS,MANAGE_PHONE,MANAGE_PHONE_ASSETS,MANAGE_TEMPLATES,MESSAGING,VIEW_COST,' +
    'VIEW_PHONE_ASSETS,VIEW_TEMPLATES,VIEW_INSIGHTS,RECEIVE_INCOMING_MESSAGES,MANAGE_BILLING,MANAGE_USERS,FULL_CONTROL'
  ).split(','),
);
const SHAPE = { type: 'AssignedUser', defaults: 'id,name,tasks' };

/** `GET /{waba}/assigned_users`: those of one portfolio. */
export const listAssignedUsers: RouteHandler = (request, { state }) => {
  const { id, query } = request;
  const business = query.get('business');
  if (business === null)
    throw new GraphRefusal(100, { message: '(#100) The parameter business is required.' });
  const account = state.accounts.of(id);
  const isOwner = business === account.ownerBusinessId;
  const nodes = [...account.users]
    .filter(() => isOwner)
    .map(([userId, tasks]) =>
      selectFields(userNode(userId, tasks, business, state), query.get('fields'), SHAPE),
    );
  const summary = summaryOf(request, { total_count: nodes.length });
  return { body: { ...pageOf(nodes, request, 'assigned_users', state), ...summary } };
};

/** `POST /{waba}/assigned_users`: the tasks replace those that the user had. */
export const assignUser: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const user = requiredText(params, 'user');
  const { tasks } = params;
  requireThat(Array.isArray(tasks) && tasks.length > 0, 'tasks must be a list that is not empty');
  const names = tasks.map(String);
  const unknown = names.find((name) => !TASKS.has(name));
  requireThat(unknown === undefined, `tasks must be among {${[...TASKS].join(', ')}}`);
  state.accounts.of(request.id).users.set(user, names);
  return { body: { success: true } };
};

/** `DELETE /{waba}/assigned_users`. */
export const removeUser: RouteHandler = async (request, { state }) => {
  const user = requiredText(await request.params(), 'user');
  requireThat(state.accounts.of(request.id).users.delete(user), 'The user is not assigned to the account');
  return { body: { success: true } };
};

function userNode(
  id: string,
  tasks: readonly string[],
  businessId: string,
  state: EmulatorState,
): Record<string, unknown> {
  return {
    id,
    name: `User ${id}`,
    tasks,
    business: { id: businessId, name: state.accounts.portfolio(businessId).name },
    user_type: 'SYSTEM_USER',
  };
}
