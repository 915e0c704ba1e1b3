import type { OutboundEnvelope } from '../../wire/outbound/envelope';
import type { OutboundPinContent } from '../../wire/outbound/pin';
import type { PinInput, UnpinInput } from '../dto/pin.dto';
import { inEnvelope } from './envelope.builder';

/** Pins a message of a group. */
export function buildPin(input: PinInput): OutboundEnvelope & OutboundPinContent {
  const pin = { type: 'pin', message_id: input.messageId, expiration_days: input.expirationDays } as const;
  return inEnvelope(input, { type: 'pin', pin });
}

/** Unpins a message of a group. */
export function buildUnpin(input: UnpinInput): OutboundEnvelope & OutboundPinContent {
  return inEnvelope(input, { type: 'pin', pin: { type: 'unpin', message_id: input.messageId } });
}
