import { flowJsonFindings } from '../../flows/flow-json-check';
import { textOf } from '../../model/json';
import { pageOf } from '../graph-page';
import { GraphRefusal } from '../graph-refusal';
import { plainText, requiredText } from '../required';
import type { RouteHandler } from '../route.interface';
import { categoriesOf, checkName, flowNode } from './flow-fields';
import { assertPublishable, markPublished } from './flow-lifecycle';

/** `GET /{waba}/flows`. */
export const listFlows: RouteHandler = (request, { state }) => {
  const fields = request.query.get('fields');
  const nodes = state.flows
    .of(request.id)
    .map((flow) => flowNode(flow, fields, { state, previewBase: state.media.baseUrl }));
  return { body: pageOf(nodes, request, 'flows', state) };
};

/** `POST /{waba}/flows`: a draft, or a published flow when that is asked for and nothing is in the way. */
export const createFlow: RouteHandler = async (request, context) => {
  const { state, flows } = context;
  const { id: wabaId } = request;
  const params = await request.params();
  const name = requiredText(params, 'name');
  const categories = categoriesOf(params['categories']);
  checkName(name, wabaId, state);
  const cloneId = textOf(params['clone_flow_id']);
  const source = cloneId === undefined ? undefined : state.flows.get(cloneId);
  if (cloneId !== undefined && source?.wabaId !== wabaId)
    throw new GraphRefusal(100, { details: 'clone_flow_id is no flow of the account' });
  const given = params['flow_json'];
  // A body that was sent as a form arrives with its JSON parsed.
  const text = typeof given === 'object' && given !== null ? JSON.stringify(given) : textOf(given);
  const flowJson = text ?? source?.flowJson;
  const draft = {
    id: state.ids.flow(),
    wabaId,
    name,
    status: 'DRAFT',
    categories,
    flowJson,
    publishedJson: undefined,
    validationErrors: flowJson === undefined ? [] : flowJsonFindings(flowJson),
    endpointUri: textOf(params['endpoint_uri']) ?? source?.endpointUri,
    applicationId: undefined,
    previews: 1,
    updatedAt: state.clock.now(),
  };
  const publish = plainText(params['publish']) === 'true';
  if (publish) await assertPublishable(draft, context);
  state.flows.put(draft);
  if (publish) markPublished(draft, context);
  return {
    body: { id: draft.id, success: true, validation_errors: draft.validationErrors },
    after: async () => {
      await flows.report(draft, publish ? 'PUBLISHED' : 'DRAFT');
    },
  };
};
