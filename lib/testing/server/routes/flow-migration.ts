import type { JsonObject } from '../../model/json';
import { GraphRefusal } from '../graph-refusal';
import { requiredText } from '../required';
import type { RouteHandler } from '../route.interface';

const MAX_NAMES = 100;
const FAILED = '4233041';

/** `POST /{waba}/migrate_flows`: copies flows from another account, as drafts. */
export const migrateFlows: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const source = requiredText(params, 'source_waba_id');
  const owner = [...state.numbers.values()].find(({ wabaId }) => wabaId === source);
  if (owner?.accessToken !== request.number.accessToken || source === request.id)
    throw new GraphRefusal(100, { details: 'source_waba_id is no other account of the business' });
  const wanted = params['source_flow_names'];
  const names = Array.isArray(wanted) ? wanted.map(String) : state.flows.of(source).map(({ name }) => name);
  if (names.length > MAX_NAMES) throw new GraphRefusal(100, { details: 'source_flow_names takes 100 names' });
  const migrated: JsonObject[] = [];
  const failed: JsonObject[] = [];
  for (const name of names) {
    const flow = state.flows.find(source, name);
    if (!flow || state.flows.find(request.id, name)) {
      const problem = flow ? 'exists in the destination' : 'does not exist in the source';
      failed.push({ source_name: name, error_code: FAILED, error_message: `The flow ${problem}.` });
      continue;
    }
    const copy = state.flows.put({
      ...flow,
      id: state.ids.flow(),
      wabaId: request.id,
      status: 'DRAFT',
      publishedJson: undefined,
      updatedAt: state.clock.now(),
    });
    migrated.push({ source_name: name, source_id: flow.id, migrated_id: copy.id });
  }
  return { body: { migrated_flows: migrated, failed_flows: failed } };
};
