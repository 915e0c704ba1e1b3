import { GraphRefusal } from '../graph-refusal';
import type { RouteHandler } from '../route.interface';
import { requiredText, requireThat } from '../required';

const FORMAT = /^(?!www|\.)(?=.*[a-z])(?!.*\.\.)[a-z0-9._]{3,35}(?<!\.)$/;

/** `GET /{phone}/username`. */
export const getUsername: RouteHandler = ({ id }, { state }) => {
  const { username, usernameStatus } = state.numberRecords.of(id);
  return { body: username === undefined ? {} : { username, status: usernameStatus } };
};

/** `POST /{phone}/username`. */
export const setUsername: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const username = requiredText(params, 'username').toLowerCase();
  requireThat(FORMAT.test(username), 'username is not in the format of usernames');
  const record = state.numberRecords.of(request.id);
  if (!record.registered) throw new GraphRefusal(133010);
  const [holder] = state.numberRecords.others(request.id, (other) => other.username === username);
  if (holder && params['transfer_action'] !== 'force_transfer') throw new GraphRefusal(147005);
  if (holder) holder.username = undefined;
  record.username = username;
  return { body: { status: record.usernameStatus } };
};

/** `DELETE /{phone}/username`. */
export const deleteUsername: RouteHandler = ({ id }, { state }) => {
  state.numberRecords.of(id).username = undefined;
  return { body: { success: true } };
};

/** `GET /{phone}/username_suggestions`. */
export const suggestUsernames: RouteHandler = ({ id }, { state }) => ({
  body: { data: [{ username_suggestions: state.numberRecords.of(id).usernameSuggestions }] },
});
