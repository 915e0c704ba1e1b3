import type { ExpectCallOptions, UserCall } from '../calls/user-call';
import type { AllowCallsOptions, PlaceCallOptions, UserCalls } from '../calls/user-calls';
import { EmulatorError } from '../emulator.error';
import type { FlowEndpoint } from '../flows/flow-endpoint';
import { openFlow } from '../flows/open-flow';
import type { UserFlow } from '../flows/user-flow';
import type { BusinessMessage } from '../model/business-message';
import type { EmulatedGroup } from '../model/emulated-group';
import type { EmulatorState } from '../model/emulator-state';
import type { JsonObject } from '../model/json';
import type { Choice } from '../model/message-choices';
import type { MessageMatcher } from '../model/message-matcher';
import type { Person } from '../model/person';
import type { UserMessage } from '../model/user-message';
import type { UserProfile } from '../model/user-profile.interface';
import type { Delivery } from '../webhooks/delivery';
import type { StatusReporter } from '../webhooks/status-reporter';
import { contentOf } from './user-content';
import type { UserContent } from './user-content';
import { idOf, pick } from './user-choice';
import type { MessageRef } from './user-choice';
import type { UserPost } from './user-post';

/** Where a user writes, and what to. @publicApi */
export interface WriteOptions {
  /** Message that it answers. */
  replyTo?: MessageRef;
  /** Group it is written in. @default the chat with the business alone */
  group?: EmulatedGroup;
  /** Business phone number id it is written to. @default the emulator's first number */
  phoneNumberId?: string;
}

/** Which message a user picks from. @publicApi */
export interface PickOptions extends Omit<WriteOptions, 'replyTo'> {
  /** @default the last message with something to pick */
  of?: BusinessMessage;
}

/** How long to wait for a message. @publicApi */
export interface ExpectOptions {
  /** Longest wait, milliseconds of real time. @default 2000 */
  timeoutMs?: number;
}

/** What a virtual user needs to act. */
export interface UserEnvironment {
  readonly state: EmulatorState;
  readonly post: UserPost;
  readonly statuses: StatusReporter;
  readonly calls: UserCalls;
  readonly flows: FlowEndpoint;
  /** What else went on, to be added to a failed expectation. */
  readonly explain: () => string;
}

const DEFAULT_TIMEOUT_MS = 2000;

/**
 * A person with WhatsApp, played by a test. Actions resolve when the application has answered the webhook; the result
 * tells the HTTP status and the number of attempts.
 * @publicApi
 */
export class VirtualUser {
  constructor(
    private readonly person: Person,
    private readonly environment: UserEnvironment,
  ) {}

  /** Name, phone number and ids. */
  get profile(): UserProfile {
    return this.person.profile;
  }

  /** All messages received, oldest first. */
  get inbox(): readonly BusinessMessage[] {
    return this.person.inbox.messages;
  }

  /** The message received last. */
  get lastMessage(): BusinessMessage | undefined {
    return this.inbox.at(-1);
  }

  /** Whether the user sees that the business types: up to 25 s, and until it sends. */
  get seesTyping(): boolean {
    return this.person.typingUntil > this.environment.state.clock.now();
  }

  /** Writes a text. */
  says(text: string, options: WriteOptions = {}): Promise<UserMessage> {
    return this.send({ type: 'text', text: { body: text } }, options);
  }

  /** Sends a file, a place, contacts or an order. Files can be downloaded by the application. */
  async sends(content: UserContent, options: WriteOptions = {}): Promise<UserMessage> {
    const phoneNumberId = this.environment.post.numberOf(options).phoneNumberId;
    return this.send(contentOf(content, phoneNumberId, this.environment.state.media), options);
  }

  /**
   * Taps a button, named by its title or id. Quick replies of templates are named by their payload, or by any title when
   * the message is given in `of`.
   * @throws EmulatorError that lists the buttons there are
   */
  async taps(button: string, options: PickOptions = {}): Promise<UserMessage> {
    const { message, choice } = pick(this.inbox, button, 'button', options.of);
    const content =
      message.type === 'template'
        ? { type: 'button', button: { payload: choice.id, text: choice.title } }
        : this.interactive('button_reply', choice);
    return this.send(content, { ...options, replyTo: message });
  }

  /**
   * Chooses a row of a list, named by its title or id.
   * @throws EmulatorError that lists the rows there are
   */
  async chooses(row: string, options: PickOptions = {}): Promise<UserMessage> {
    const { message, choice } = pick(this.inbox, row, 'row', options.of);
    return this.send(this.interactive('list_reply', choice), { ...options, replyTo: message });
  }

  /** Puts an emoji on a message, or takes it away with an empty text. */
  reacts(to: MessageRef, emoji: string, options: Omit<WriteOptions, 'replyTo'> = {}): Promise<UserMessage> {
    const reaction = { message_id: idOf(to), ...(emoji !== '' && { emoji }) };
    return this.send({ type: 'reaction', reaction }, options);
  }

  /** Changes the text of a message that the user sent. */
  edits(
    message: MessageRef,
    text: string,
    options: Omit<WriteOptions, 'replyTo'> = {},
  ): Promise<UserMessage> {
    const edit = { original_message_id: idOf(message), message: { type: 'text', text: { body: text } } };
    return this.send({ type: 'edit', edit }, options);
  }

  /** Deletes a message that the user sent, for everyone. */
  revokes(message: MessageRef, options: Omit<WriteOptions, 'replyTo'> = {}): Promise<UserMessage> {
    return this.send({ type: 'revoke', revoke: { original_message_id: idOf(message) } }, options);
  }

  /**
   * Follows the invite link of a group: comes in, or asks to, where the business wants to approve.
   * @throws EmulatorError when the user cannot come in
   */
  joins(group: EmulatedGroup): Promise<Delivery> {
    return this.environment.post.join(this.person, group);
  }

  /** Sends any message in Meta's shape. Sender, id and timestamp are filled in where they are missing. */
  raw(message: Readonly<JsonObject>, options: WriteOptions = {}): Promise<UserMessage> {
    return this.send(message, options);
  }

  /**
   * Reads one message, or all that are unread; the application gets the `read` statuses in one webhook.
   * @throws EmulatorError when there is nothing to read
   */
  async reads(message?: BusinessMessage): Promise<Delivery> {
    const unread = this.inbox.filter((each) => !['read', 'played', 'failed'].includes(each.status));
    const messages = message ? [message] : unread;
    if (messages.length === 0) throw new EmulatorError(`${this.profile.name} has nothing unread.`);
    const steps = messages.map((each) => ({
      message: each,
      status: 'read' as const,
      participants: [this.profile],
    }));
    return this.environment.statuses.report(steps).answered;
  }

  /**
   * Resolves with the first message that was not expected before and matches, whether it is there or still to come.
   * @throws EmulatorError after the timeout; it lists what did arrive
   */
  expectReply(matcher?: MessageMatcher, options: ExpectOptions = {}): Promise<BusinessMessage> {
    const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    return this.person.inbox.expect(matcher, timeoutMs, this.environment.explain);
  }

  /**
   * Waits until nothing is under way between the emulator and the application, and checks that every message that
   * arrived has been expected.
   * @throws EmulatorError that lists the others
   */
  async expectNothing(): Promise<void> {
    await this.environment.state.activity.idle();
    this.person.inbox.expectNothing(this.environment.explain);
  }

  /**
   * Calls the business. Resolves when the application has answered the webhook, which may be before or after it has
   * taken the call. When nobody takes it within 60 seconds by the emulator's clock, it ends.
   * @throws EmulatorError when the user could not call: calling is off, closed, hidden, or on SIP
   */
  async calls(options: PlaceCallOptions = {}): Promise<UserCall> {
    return this.environment.calls.place(this.environment.post.numberOf(options), options);
  }

  /**
   * Resolves with the first call of the business that was not expected before, whether it rings or is still to come.
   * @throws EmulatorError after the timeout
   */
  expectCall(options: ExpectCallOptions = {}): Promise<UserCall> {
    return this.environment.calls.expect(options);
  }

  /** Lets the business call, for 7 days or without an end, and tells the application. */
  allowsCalls(options: AllowCallsOptions & Pick<WriteOptions, 'replyTo'> = {}): Promise<UserMessage> {
    return this.permits(true, options);
  }

  /** Does not let the business call, and tells the application. */
  refusesCalls(options: AllowCallsOptions & Pick<WriteOptions, 'replyTo'> = {}): Promise<UserMessage> {
    return this.permits(false, options);
  }

  /**
   * Taps the button of a flow message and sees the flow's first screen.
   * @param message the message. @default the last one that opens a flow
   * @throws EmulatorError when there is none, or its flow cannot be opened
   */
  async opensFlow(message?: BusinessMessage): Promise<UserFlow> {
    return openFlow(this.person, this.environment, message);
  }

  private async permits(allowed: boolean, options: AllowCallsOptions & WriteOptions): Promise<UserMessage> {
    const number = this.environment.post.numberOf(options);
    return this.send(this.environment.calls.permissionReply(number, allowed, options), options);
  }

  private interactive(type: 'button_reply' | 'list_reply', choice: Choice): JsonObject {
    return { type: 'interactive', interactive: { type, [type]: { ...choice } } };
  }

  private send(content: Readonly<JsonObject>, options: WriteOptions): Promise<UserMessage> {
    return this.environment.post.send(this.person, content, options);
  }
}
