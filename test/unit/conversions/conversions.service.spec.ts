import { ConversionsService } from '../../../lib/conversions/conversions.service';
import type { ConversionEventInput } from '../../../lib/conversions/dto/conversion-event.dto';
import { issuesOf, ScriptedGraph } from '../../support/scripted-graph';

function setup(answer: unknown = {}) {
  const graph = new ScriptedGraph();
  graph.answer = () => answer;
  return { graph, conversions: new ConversionsService(graph.client, graph.validator) };
}

const time = new Date('2026-01-10T00:00:00.900Z');

describe('ConversionsService', () => {
  it('reads and makes the dataset of a WABA', async () => {
    const { graph, conversions } = setup({ id: '55' });
    await expect(conversions.dataset()).resolves.toEqual({ id: '55' });
    await expect(conversions.createDataset({ name: 'Shop' })).resolves.toEqual({ id: '55' });
    await conversions.createDataset();
    expect(graph.sent).toEqual([
      { method: 'GET', path: '200/dataset' },
      { method: 'POST', path: '200/dataset', body: { dataset_name: 'Shop' } },
      { method: 'POST', path: '200/dataset', body: {} },
    ]);
    await expect(setup().conversions.dataset()).resolves.toBeUndefined();
    await expect(setup().conversions.createDataset()).rejects.toThrow('the answer has no id');
  });

  it('reports events in the names of Meta, never twice by itself', async () => {
    const { graph, conversions } = setup({ events_received: 2, fbtrace_id: 'A' });
    const result = await conversions.send('55', [
      { name: 'Purchase', time, clickId: 'click', currency: 'EUR', value: 142.52, id: 'order-7' },
      { name: 'LeadSubmitted', time: 1_768_003_200, wabaId: '200', automatic: true },
    ]);
    expect(result).toEqual({ received: 2, raw: { events_received: 2, fbtrace_id: 'A' } });
    const constant = { action_source: 'business_messaging', messaging_channel: 'whatsapp' };
    expect(graph.last).toEqual({
      method: 'POST',
      path: '55/events',
      body: {
        data: [
          {
            ...constant,
            event_name: 'Purchase',
            event_time: 1_768_003_200,
            user_data: { ctwa_clid: 'click' },
            custom_data: { currency: 'EUR', value: 142.52 },
            event_id: 'order-7',
          },
          {
            ...constant,
            event_name: 'LeadSubmitted',
            event_time: 1_768_003_200,
            user_data: { whatsapp_business_account_id: '200' },
            messaging_outcome_data: { outcome_type: 'automatic_events' },
          },
        ],
      },
    });
    expect(graph.requests[0]?.kind).toBeUndefined();
    await expect(
      setup(undefined).conversions.send('55', [{ name: 'Purchase', time, clickId: 'c' }]),
    ).resolves.toEqual({ received: 0, raw: {} });
  });

  it.each<[string, Partial<ConversionEventInput>, string]>([
    ['a name that is empty', { name: '' }, 'events[0].name: must not be empty'],
    [
      'a date that does not exist',
      { time: new Date('never') },
      'events[0].time: must be a date, or seconds since the Unix epoch',
    ],
    ['an event of nobody', { clickId: undefined }, 'events[0].clickId: is missing: give clickId or wabaId'],
    [
      'a currency in words',
      { currency: 'Euro' },
      'events[0].currency: must have at most 3 characters, has 4',
    ],
    ['an amount without a currency', { value: 5 }, 'events[0].value: needs a currency'],
    ['an amount that is none', { value: Number.NaN, currency: 'EUR' }, 'events[0].value: must be a number'],
  ])('refuses %s', async (_name, change, issue) => {
    const { graph, conversions } = setup();
    const event = { name: 'Purchase', time, clickId: 'click', ...change } as ConversionEventInput;
    expect(await issuesOf(conversions.send('55', [event]))).toEqual([issue]);
    expect(graph.sent).toEqual([]);
  });

  it('refuses an empty list', async () => {
    expect(await issuesOf(setup().conversions.send('55', []))).toEqual([
      'events: must have at least 1 item, has 0',
    ]);
  });
});
