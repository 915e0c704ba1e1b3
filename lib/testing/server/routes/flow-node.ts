import { textOf } from '../../model/json';
import { GraphRefusal } from '../graph-refusal';
import type { RouteHandler } from '../route.interface';
import { categoriesOf, checkName, flowNode, flowOf, flowRefusal } from './flow-fields';

const CHANGEABLE = ['name', 'categories', 'endpoint_uri', 'application_id'];

/** `GET /{flow}`. */
export const getFlow: RouteHandler = (request, context) => {
  const { state } = context;
  const fields = request.query.get('fields');
  const found = flowOf(request, context);
  const isNew = fields?.includes('preview.invalidate(true)') === true;
  const flow = isNew ? state.flows.put({ ...found, previews: found.previews + 1 }) : found;
  return { body: flowNode(flow, fields, { state, previewBase: state.media.baseUrl }) };
};

/** `POST /{flow}`: name, categories, endpoint and app. */
export const updateFlow: RouteHandler = async (request, context) => {
  const { state } = context;
  const flow = flowOf(request, context);
  const params = await request.params();
  if (!CHANGEABLE.some((name) => params[name] !== undefined))
    throw new GraphRefusal(100, { details: 'At least one parameter must be given.' });
  if (flow.status === 'DEPRECATED')
    throw flowRefusal(139001, 'Flow cannot be updated', 'Deprecated flows cannot be changed.');
  const name = textOf(params['name']) ?? flow.name;
  checkName(name, flow.wabaId, state, flow.id);
  state.flows.put({
    ...flow,
    name,
    categories: params['categories'] === undefined ? flow.categories : categoriesOf(params['categories']),
    endpointUri: textOf(params['endpoint_uri']) ?? flow.endpointUri,
    applicationId: textOf(params['application_id']) ?? flow.applicationId,
    updatedAt: state.clock.now(),
  });
  return { body: { success: true } };
};

/** `DELETE /{flow}`: drafts that were never published. */
export const deleteFlow: RouteHandler = (request, context) => {
  const flow = flowOf(request, context);
  if (flow.status !== 'DRAFT' || flow.publishedJson !== undefined)
    throw flowRefusal(139004, "Flow can't be deleted", 'Published flows can only be deprecated.');
  context.state.flows.delete(flow.id);
  return { body: { success: true } };
};
