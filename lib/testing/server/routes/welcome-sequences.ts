import { isObject } from '../../model/json';
import { pageOf } from '../graph-page';
import { unknownNode } from '../graph-refusal';
import { plainText, requiredText, requireThat } from '../required';
import type { RouteHandler } from '../route.interface';

const EDGE = 'welcome_message_sequences';

/** `GET /{waba}/welcome_message_sequences`: all, or one. */
export const listWelcomeSequences: RouteHandler = (request, { state }) => {
  const only = request.query.get('sequence_id');
  const all = [...state.accounts.of(request.id).welcomeSequences.values()];
  const found = all.filter(({ sequence_id: id }) => only === null || id === only);
  return { body: pageOf(found, request, EDGE, state) };
};

/** `POST /{waba}/welcome_message_sequences`: makes one; with its id, changes it. */
export const writeWelcomeSequence: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const { welcomeSequences } = state.accounts.of(request.id);
  const known = plainText(params['sequence_id']);
  const before = known === undefined ? undefined : welcomeSequences.get(known);
  if (known !== undefined && !before) throw unknownNode('POST', known);
  const content = params['welcome_message_sequence'] ?? before?.['welcome_message_sequence'];
  requireThat(isObject(content), 'welcome_message_sequence must be a JSON object');
  const sequence = {
    is_used_in_ad: false,
    ...before,
    sequence_id: known ?? state.ids.node(),
    name: plainText(params['name']) ?? before?.['name'] ?? requiredText(params, 'name'),
    welcome_message_sequence: content,
  };
  welcomeSequences.set(sequence.sequence_id, sequence);
  return { body: known === undefined ? { sequence_id: sequence.sequence_id } : { success: true } };
};

/** `DELETE /{waba}/welcome_message_sequences`: not while an ad uses it. */
export const deleteWelcomeSequence: RouteHandler = async (request, { state }) => {
  const id = requiredText(await request.params(), 'sequence_id');
  const { welcomeSequences } = state.accounts.of(request.id);
  const sequence = welcomeSequences.get(id);
  if (!sequence) throw unknownNode('DELETE', id);
  requireThat(sequence['is_used_in_ad'] !== true, 'The sequence is used by an active ad');
  welcomeSequences.delete(id);
  return { body: { success: true } };
};
