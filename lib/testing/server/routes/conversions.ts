import { isObject, textOf } from '../../model/json';
import { requireThat } from '../required';
import type { RouteHandler } from '../route.interface';

/** `GET /{waba}/dataset`. */
export const getDataset: RouteHandler = ({ id }, { state }) => {
  const { datasetId } = state.accounts.of(id);
  return { body: datasetId === undefined ? {} : { id: datasetId } };
};

/** `POST /{waba}/dataset`: an account has one. */
export const createDataset: RouteHandler = ({ id }, { state }) => {
  const account = state.accounts.of(id);
  account.datasetId ??= state.ids.node();
  return { body: { id: account.datasetId } };
};

/** `POST /{dataset}/events`. */
export const takeConversionEvents: RouteHandler = async (request, { state }) => {
  const { data } = await request.params();
  requireThat(Array.isArray(data) && data.length > 0, 'data must be a list that is not empty');
  const events = data.filter(isObject);
  requireThat(
    events.length === data.length &&
      events.every(
        (event) =>
          textOf(event['event_name']) !== undefined &&
          Number.isInteger(Number(event['event_time'])) &&
          event['action_source'] === 'business_messaging' &&
          event['messaging_channel'] === 'whatsapp' &&
          isObject(event['user_data']),
      ),
    'each event must have event_name, event_time, action_source, messaging_channel and user_data',
  );
  state.accounts.of(request.number.wabaId).conversionEvents.push(...events);
  return { body: { events_received: events.length, fbtrace_id: state.ids.trace() } };
};
