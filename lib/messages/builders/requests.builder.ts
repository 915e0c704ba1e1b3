import type { OutboundVoiceCallButton } from '../../wire/outbound/interactive';
import type {
  RequestCallPermissionInput,
  RequestContactInfoInput,
  RequestLocationInput,
  SendVoiceCallButtonInput,
} from '../dto/requests.dto';
import { defined } from './defined';
import type { InteractiveMessage } from './interactive.builder';
import { body, interactiveMessage, optionalBody } from './interactive.builder';

/** Asks for a location. */
export function buildLocationRequest(input: RequestLocationInput): InteractiveMessage {
  return interactiveMessage(input, {
    type: 'location_request_message',
    ...body(input.body),
    action: { name: 'send_location' },
  });
}

/** Asks for contact information. */
export function buildContactInfoRequest(input: RequestContactInfoInput): InteractiveMessage {
  return interactiveMessage(input, {
    type: 'request_contact_info',
    ...body(input.body),
    action: { name: 'request_contact_info' },
  });
}

/** Asks for permission to call. */
export function buildCallPermissionRequest(input: RequestCallPermissionInput): InteractiveMessage {
  return interactiveMessage(input, {
    type: 'call_permission_request',
    ...optionalBody(input.body),
    action: { name: 'call_permission_request' },
  });
}

/** Button that calls the business. */
export function buildVoiceCallButton(input: SendVoiceCallButtonInput): InteractiveMessage {
  const parameters = defined<NonNullable<OutboundVoiceCallButton['action']['parameters']>>({
    display_text: input.displayText,
    ttl_minutes: input.ttlMinutes,
    payload: input.payload,
  });
  const named = { name: 'voice_call' } as const;
  return interactiveMessage(input, {
    type: 'voice_call',
    ...body(input.body),
    action: Object.keys(parameters).length > 0 ? { ...named, parameters } : named,
  });
}
