import type { OutboundConversionEvent } from '../wire/conversions/conversion-event';
import type { ConversionEventInput } from './dto/conversion-event.dto';

/** An event in Meta's names. */
export function buildConversionEvent(input: ConversionEventInput): OutboundConversionEvent {
  const { name, time, clickId, wabaId, currency, value, id } = input;
  return {
    event_name: name,
    event_time: Math.floor(time instanceof Date ? time.getTime() / 1000 : time),
    action_source: 'business_messaging',
    messaging_channel: 'whatsapp',
    user_data: {
      ...(clickId != null && { ctwa_clid: clickId }),
      ...(wabaId != null && { whatsapp_business_account_id: wabaId }),
    },
    ...((currency != null || value != null) && {
      custom_data: { ...(currency != null && { currency }), ...(value != null && { value }) },
    }),
    ...(id != null && { event_id: id }),
    ...(input.automatic === true && { messaging_outcome_data: { outcome_type: 'automatic_events' } }),
  };
}
