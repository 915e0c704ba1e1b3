import { flowJsonFindings } from '../../flows/flow-json-check';
import { GraphRefusal } from '../graph-refusal';
import { pageOf } from '../graph-page';
import type { RouteHandler } from '../route.interface';
import { flowOf, flowRefusal } from './flow-fields';

/** Path of downloads; Meta serves them from a host of its own. */
export const ASSETS_PATH = '/whatsapp_flows/assets';
const MAX_JSON_BYTES = 10 * 1024 * 1024;

/** `POST /{flow}/assets`: saves the Flow JSON of a draft, with errors too. */
export const uploadFlowJson: RouteHandler = async (request, context) => {
  const { state } = context;
  const flow = flowOf(request, context);
  const { name, asset_type: type } = await request.params();
  const file = (await request.files()).get('file');
  if (name === undefined || type !== 'FLOW_JSON' || !file)
    throw new GraphRefusal(100, { message: '(#100) name, asset_type FLOW_JSON and file are required.' });
  if (file.data.length > MAX_JSON_BYTES)
    throw new GraphRefusal(100, { details: 'The file is larger than 10 MB' });
  if (flow.status === 'DEPRECATED' || flow.status === 'BLOCKED')
    throw flowRefusal(139001, 'Flow cannot be updated', `A flow that is ${flow.status} cannot be changed.`);
  const text = file.data.toString('utf8');
  const validationErrors = flowJsonFindings(text);
  // A published flow becomes a draft again; messages go on to open what was published.
  state.flows.put({
    ...flow,
    status: 'DRAFT',
    flowJson: text,
    validationErrors,
    updatedAt: state.clock.now(),
  });
  return { body: { success: true, validation_errors: validationErrors } };
};

/** `GET /{flow}/assets`. */
export const listAssets: RouteHandler = (request, context) => {
  const flow = flowOf(request, context);
  const { baseUrl } = context.state.media;
  const asset = {
    name: 'flow.json',
    asset_type: 'FLOW_JSON',
    download_url: `${baseUrl}${ASSETS_PATH}?flow=${flow.id}`,
  };
  const assets = flow.flowJson === undefined ? [] : [asset];
  return { body: pageOf(assets, request, 'assets', context.state) };
};

/** `GET <download_url>`: the Flow JSON. */
export const downloadFlowJson: RouteHandler = ({ query, number }, { state }) => {
  const flow = state.flows.get(query.get('flow') ?? '');
  if (flow?.wabaId !== number.wabaId || flow.flowJson === undefined)
    throw new GraphRefusal(100, { status: 404, details: 'The file does not exist.' });
  return { body: Buffer.from(flow.flowJson), headers: { 'content-type': 'application/json' } };
};
