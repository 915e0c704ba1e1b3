import type { EmulatorState } from '../../model/emulator-state';
import { objectsOf, textOf } from '../../model/json';
import type { JsonObject } from '../../model/json';
import type { Person } from '../../model/person';
import { digitsOf } from '../../rules/envelope.rules';
import { errorKind } from '../../model/error-kinds';
import { pageOf } from '../graph-page';
import { GraphRefusal } from '../graph-refusal';
import type { RouteAnswer, RouteHandler, RouteRequest } from '../route.interface';
import { requireProduct } from '../required';

const MAX_USERS = 1000;
const MAX_BLOCKED = 64_000;
const WINDOW_MS = 24 * 60 * 60 * 1000;

/** A user of the request, as far as the platform knows one. */
interface Target {
  readonly input: string;
  readonly person: Person | undefined;
  /** As it stands in the block list, under `key`. */
  readonly user: JsonObject;
  readonly key: string;
}

/** `GET /{phone}/block_users`. */
export const listBlocked: RouteHandler = (request, { state }) => {
  const users = [...state.numberRecords.of(request.id).blocked.values()];
  const items = users.map((user) => ({ messaging_product: 'whatsapp', ...user }));
  return { body: pageOf(items, request, 'block_users', state) };
};

/** `POST /{phone}/block_users`: only users who have written within 24 hours. */
export const blockUsers: RouteHandler = async (request, { state }) => {
  const { blocked } = state.numberRecords.of(request.id);
  return change(await targetsOf(request, state), 'added_users', state, ({ person, user, key }) => {
    if (blocked.size >= MAX_BLOCKED) return 139101;
    const since = state.clock.now() - WINDOW_MS;
    if (user['wa_id'] === request.number.displayPhoneNumber) return 131021;
    if (!person?.sent.some((message) => message.phoneNumberId === request.id && message.at > since))
      return 131047;
    blocked.set(key, user);
    return undefined;
  });
};

/** `DELETE /{phone}/block_users`, with a body. */
export const unblockUsers: RouteHandler = async (request, { state }) => {
  const { blocked } = state.numberRecords.of(request.id);
  return change(await targetsOf(request, state), 'removed_users', state, ({ key }) =>
    blocked.delete(key) ? undefined : 100,
  );
};

async function targetsOf(request: RouteRequest, state: EmulatorState): Promise<Target[]> {
  const params = await request.params();
  requireProduct(params);
  const users = objectsOf(params['block_users']);
  if (users.length === 0)
    throw new GraphRefusal(100, { message: '(#100) The parameter block_users is required.' });
  if (users.length > MAX_USERS) throw new GraphRefusal(130429, { details: 'Too many users in one request.' });
  return users.map((user) => {
    const userId = textOf(user['user_id']);
    const input = userId ?? textOf(user['user']) ?? '';
    const person = userId === undefined ? state.personByPhone(digitsOf(input)) : state.personByUserId(userId);
    const { phone, userId: knownId, parentUserId } = person?.profile ?? {};
    const waId = phone ?? (userId === undefined ? digitsOf(input) : undefined);
    return {
      input,
      person,
      key: knownId ?? input,
      user: {
        ...(waId !== undefined && { wa_id: waId }),
        ...(knownId !== undefined && { user_id: knownId }),
        ...(parentUserId !== undefined && { parent_user_id: parentUserId }),
      },
    };
  });
}

/** Does what can be done; when a user fails, the answer is an error that holds the others. */
function change(
  targets: readonly Target[],
  done: 'added_users' | 'removed_users',
  state: EmulatorState,
  attempt: (target: Target) => number | undefined,
): RouteAnswer {
  const succeeded: JsonObject[] = [];
  const failed: JsonObject[] = [];
  for (const target of targets) {
    const code = attempt(target);
    const user = { input: target.input, ...target.user };
    if (code === undefined) succeeded.push(user);
    else failed.push({ ...user, errors: [{ message: errorKind(code).title, code }] });
  }
  const body = {
    messaging_product: 'whatsapp',
    block_users: {
      ...(succeeded.length > 0 && { [done]: succeeded }),
      ...(failed.length > 0 && { failed_users: failed }),
    },
  };
  if (failed.length === 0) return { body };
  return { status: 400, body: { ...new GraphRefusal(139100).toBody(state.ids.trace()), ...body } };
}
