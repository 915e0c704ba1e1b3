import { EmulatorError } from '../emulator.error';
import type { EmulatedGroup } from '../model/emulated-group';
import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { EmulatorState } from '../model/emulator-state';
import type { JsonObject } from '../model/json';
import type { Person } from '../model/person';
import { UserMessage } from '../model/user-message';
import { chatIdOf } from '../model/user-profile.interface';
import type { Delivery } from '../webhooks/delivery';
import { messageItem, senderOf, timestamp } from '../webhooks/webhook-builders';
import type { WebhookSender } from '../webhooks/webhook-sender';
import { enterGroup } from './group-door';
import { idOf } from './user-choice';
import type { MessageRef } from './user-choice';

/** Where a message goes. */
export interface PostTarget {
  readonly replyTo?: MessageRef;
  readonly group?: EmulatedGroup;
  readonly phoneNumberId?: string;
}

/** Carries the messages of virtual users to the application. */
export class UserPost {
  constructor(
    private readonly state: EmulatorState,
    private readonly webhooks: WebhookSender,
  ) {}

  /** @throws EmulatorError when the emulator does not have the number */
  numberOf({ phoneNumberId, group }: PostTarget): EmulatedNumber {
    const wanted = phoneNumberId ?? group?.phoneNumberId;
    const [first] = this.state.numbers.values();
    const number = wanted === undefined ? first : this.state.numbers.get(wanted);
    if (!number) throw new EmulatorError(`The emulator has no phone number id ${wanted ?? ''}.`);
    return number;
  }

  /** Sends a message and resolves when the application has answered. */
  async send(person: Person, content: Readonly<JsonObject>, target: PostTarget): Promise<UserMessage> {
    const number = this.numberOf(target);
    const { profile } = person;
    const { group } = target;
    if (group && !group.participants.some(({ userId }) => userId === profile.userId)) {
      throw new EmulatorError(`${profile.name} is not in the group ${group.subject}.`);
    }
    const at = this.state.clock.now();
    const payload: JsonObject = {
      ...(target.replyTo !== undefined && { context: this.contextOf(target.replyTo, number) }),
      ...senderOf(profile),
      ...(group && { group_id: group.id }),
      id: this.state.ids.message(chatIdOf(profile), 'inbound'),
      timestamp: timestamp(at),
      ...content,
    };
    const { delivery, answered } = this.webhooks.send([messageItem(number, profile, payload)]);
    const message = new UserMessage(
      String(payload['id']),
      number.phoneNumberId,
      payload,
      at,
      profile,
      delivery,
    );
    person.sent.push(message);
    this.state.userMessages.set(message.id, message);
    this.state.transcript.add({
      kind: 'user-message',
      at,
      who: profile.name,
      message,
      ...(group && { group: group.subject }),
    });
    await answered;
    return message;
  }

  /** Lets a user follow the invite link of a group. */
  join(person: Person, group: EmulatedGroup): Promise<Delivery> {
    return enterGroup(person.profile, group, this.state, this.webhooks);
  }

  /** Meta names the writer of the quoted message. */
  private contextOf(replyTo: MessageRef, number: EmulatedNumber): JsonObject {
    const id = idOf(replyTo);
    const quoted = this.state.userMessages.get(id);
    return { ...(quoted ? senderOf(quoted.from) : { from: number.displayPhoneNumber }), id };
  }
}
