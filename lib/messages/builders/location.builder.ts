import type { OutboundEnvelope } from '../../wire/outbound/envelope';
import type { OutboundLocation, OutboundLocationContent } from '../../wire/outbound/location';
import type { SendLocationInput } from '../dto/location.dto';
import { defined } from './defined';
import { inEnvelope } from './envelope.builder';

/** Location message. */
export function buildLocation(input: SendLocationInput): OutboundEnvelope & OutboundLocationContent {
  const { latitude, longitude, name, address } = input;
  return inEnvelope(input, {
    type: 'location',
    location: defined<OutboundLocation>({ latitude, longitude, name, address }),
  });
}
