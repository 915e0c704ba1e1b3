import { selectFields } from '../fields';
import { requiredText } from '../required';
import type { RouteHandler } from '../route.interface';

/** `POST /{waba}/set_solution_migration_intent`: the test decides what becomes of it. */
export const startMigration: RouteHandler = async (request, { state }) => {
  requiredText(await request.params(), 'solution_id');
  const id = state.ids.node();
  state.accounts.of(request.id).migrationIntents.set(id, 'INITIATED');
  return { body: { id } };
};

/** `GET /{migration intent}`. */
export const getMigrationIntent: RouteHandler = ({ id, number, query }, { state }) => {
  const node = { id, status: state.accounts.of(number.wabaId).migrationIntents.get(id) };
  return {
    body: selectFields(node, query.get('fields'), {
      type: 'WhatsAppBusinessSolutionMigrationIntent',
      defaults: 'id,status',
    }),
  };
};
