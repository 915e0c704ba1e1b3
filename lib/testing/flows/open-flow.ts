import type { BusinessMessage } from '../model/business-message';
import type { EmulatorState } from '../model/emulator-state';
import type { Person } from '../model/person';
import type { UserPost } from '../users/user-post';
import type { FlowEndpoint } from './flow-endpoint';
import { readFlowMessage } from './flow-message';
import { FlowSession } from './flow-session';
import { PhoneMedia } from './phone-media';
import { UserFlow } from './user-flow';

/** Opens the flow of a message on a user's phone. */
export function openFlow(
  person: Person,
  {
    state,
    post,
    flows,
  }: { readonly state: EmulatorState; readonly post: UserPost; readonly flows: FlowEndpoint },
  wanted?: BusinessMessage,
): Promise<UserFlow> {
  const flow = readFlowMessage(person.inbox.messages, state, wanted);
  const { message } = flow;
  return new UserFlow(flow, {
    session: new FlowSession(flow, flows, person.profile.userId),
    media: new PhoneMedia(state, message.phoneNumberId),
    disable: () => state.flows.closedMessages.add(message.id),
    complete: (values) => {
      const reply = { name: 'flow', body: 'Sent', response_json: JSON.stringify(values) };
      return post.send(
        person,
        { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: reply } },
        { replyTo: message, phoneNumberId: message.phoneNumberId },
      );
    },
  }).open();
}
