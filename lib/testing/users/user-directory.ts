import type { CallExchange } from '../calls/call-exchange';
import { UserCalls } from '../calls/user-calls';
import { EmulatorError } from '../emulator.error';
import type { UserOptions } from '../emulator-options.interface';
import type { EmulatedGroup } from '../model/emulated-group';
import type { FlowEndpoint } from '../flows/flow-endpoint';
import type { EmulatorState } from '../model/emulator-state';
import { Person } from '../model/person';
import type { UserProfile } from '../model/user-profile.interface';
import type { Outbox } from '../webhooks/outbox';
import type { StatusReporter } from '../webhooks/status-reporter';
import { UserPost } from './user-post';
import { VirtualUser } from './virtual-user';

const EXPLAINED = 5;

/** Makes virtual users and groups. */
export class UserDirectory {
  private readonly post: UserPost;

  constructor(
    private readonly state: EmulatorState,
    private readonly outbox: Outbox,
    private readonly statuses: StatusReporter,
    private readonly calls: CallExchange,
    private readonly flows: FlowEndpoint,
  ) {
    this.post = new UserPost(state, outbox);
  }

  /** @throws EmulatorError when another user has the phone number or user id */
  addUser(options: UserOptions): VirtualUser {
    const profile = this.profileOf(options);
    const taken =
      this.state.personByUserId(profile.userId) ??
      (profile.phone === undefined ? undefined : this.state.personByPhone(profile.phone));
    if (taken) throw new EmulatorError(`${taken.profile.name} has this phone number or user id already.`);
    const person = new Person(profile);
    this.state.people.add(person);
    const { state, post, statuses, flows } = this;
    const explain = (): string => this.explain();
    const calls = new UserCalls(person, state, this.calls, explain);
    return new VirtualUser(person, { state, post, statuses, calls, flows, explain });
  }

  addGroup(options: {
    subject: string;
    participants: readonly VirtualUser[];
    phoneNumberId: string;
  }): EmulatedGroup {
    const number = this.post.numberOf(options);
    const group: EmulatedGroup = {
      id: this.state.ids.group(number.displayPhoneNumber),
      subject: options.subject,
      phoneNumberId: number.phoneNumberId,
      participants: options.participants.map(({ profile }) => profile),
    };
    this.state.groups.set(group.id, group);
    return group;
  }

  private profileOf({ name, username, parentUserId, ...options }: UserOptions): UserProfile {
    const given = options.phone?.replace(/\D/g, '');
    const phone = given ?? (username === undefined ? this.state.ids.phone() : undefined);
    return {
      name,
      userId: options.userId ?? this.state.ids.user(),
      ...(phone && { phone }),
      ...(username !== undefined && { username }),
      ...(parentUserId !== undefined && { parentUserId }),
    };
  }

  /** What went wrong lately, for expectations that fail. */
  private explain(): string {
    const refused = this.state.transcript.entries
      .filter((entry) => entry.kind === 'refused')
      .map(({ request, code, reason }) => `\n  ${request}: ${code} ${reason}`);
    const failed = this.outbox.deliveries
      .filter(({ attempts, ok }) => attempts.length > 0 && !ok)
      .map(
        ({ number, attempts }) =>
          `\n  webhook ${number}: ${attempts.at(-1)?.error ?? attempts.at(-1)?.status}`,
      );
    return (
      (refused.length > 0 ? `\nRefused by the API:${refused.slice(-EXPLAINED).join('')}` : '') +
      (failed.length > 0 ? `\nNot accepted by the application:${failed.slice(-EXPLAINED).join('')}` : '')
    );
  }
}
