import type { EmulatorClock } from '../emulator-clock';
import { CallingState } from '../calls/calling-state';
import { FlowStore } from '../flows/flow-store';
import { EmulatorEvents } from '../transcript/emulator-events';
import { Transcript } from '../transcript/transcript';
import { AccountRecords, accountNodeKind } from './account-records';
import type { AccountNodeKind } from './account-records';
import { Activity } from './activity';
import type { BusinessMessage } from './business-message';
import type { EmulatedGroup } from './emulated-group';
import type { EmulatedNumber } from './emulated-number.interface';
import { Identifiers } from './identifiers';
import { MediaStore } from './media-store';
import { profileIdOf } from './number-record';
import { NumberRecords } from './number-records';
import { PairRate } from './pair-rate';
import type { Person } from './person';
import { TemplateStore } from './template-store';
import type { UploadSession } from './upload-session';
import type { UserMessage } from './user-message';
import { WebhookSetup } from './webhook-setup';

/** Kinds of Graph nodes that a path can begin with. */
export type NodeKind =
  | 'number'
  | 'waba'
  | 'group'
  | 'media'
  | 'template'
  | 'flow'
  | 'app'
  | 'profile'
  | 'upload'
  | AccountNodeKind;

/** All that the emulated platform knows. Shared by the routes, the webhooks and the virtual users. */
export class EmulatorState {
  readonly numbers = new Map<string, EmulatedNumber>();
  readonly people = new Set<Person>();
  readonly groups = new Map<string, EmulatedGroup>();
  readonly businessMessages = new Map<string, BusinessMessage>();
  readonly userMessages = new Map<string, UserMessage>();
  /** Ids of messages that went out by the Marketing Messages API. */
  readonly marketingMessageIds = new Set<string>();
  /** Message ids of raw webhooks, which may be quoted and marked as read like the rest. */
  readonly foreignMessageIds = new Set<string>();
  readonly events = new EmulatorEvents();
  readonly transcript = new Transcript((entry) => this.events.emitEntry(entry));
  readonly activity = new Activity();
  readonly ids: Identifiers;
  readonly media: MediaStore;
  readonly calling: CallingState;
  readonly numberRecords = new NumberRecords();
  readonly pairs: PairRate;
  readonly accounts: AccountRecords;
  /** Files that are uploaded in sessions, by the id of the session. */
  readonly uploads = new Map<string, UploadSession>();
  readonly templates: TemplateStore;
  readonly flows = new FlowStore();
  readonly webhookSetup = new WebhookSetup();

  constructor(
    readonly clock: EmulatorClock,
    seed: string,
  ) {
    this.ids = new Identifiers(seed);
    this.pairs = new PairRate(clock);
    this.media = new MediaStore(this.ids, () => clock.now());
    this.calling = new CallingState(clock);
    this.accounts = new AccountRecords(clock.now());
    this.templates = new TemplateStore(() => clock.now());
  }

  knowsMessage(id: string): boolean {
    return this.userMessages.has(id) || this.businessMessages.has(id) || this.foreignMessageIds.has(id);
  }

  personByPhone(digits: string): Person | undefined {
    for (const person of this.people) if (person.profile.phone === digits) return person;
    return undefined;
  }

  personByUserId(userId: string): Person | undefined {
    for (const person of this.people) {
      if (person.profile.userId === userId || person.profile.parentUserId === userId) return person;
    }
    return undefined;
  }

  personOf(profile: { readonly userId: string }): Person | undefined {
    return this.personByUserId(profile.userId);
  }

  /** The kind of node that an id names, and the number or account that it belongs to. */
  node(id: string): { kind: NodeKind; owners: readonly EmulatedNumber[] } | undefined {
    const number = this.numbers.get(id);
    if (number) return { kind: 'number', owners: [number] };
    const ofWaba = this.ofWaba(id);
    if (ofWaba.length > 0) return { kind: 'waba', owners: ofWaba };
    const group = this.groups.get(id);
    if (group) return { kind: 'group', owners: this.owner(group.phoneNumberId) };
    const media = this.media.get(id);
    if (media) return { kind: 'media', owners: this.owner(media.phoneNumberId) };
    const template = this.templates.get(id);
    if (template) return { kind: 'template', owners: this.ofWaba(template.wabaId) };
    const flow = this.flows.get(id);
    if (flow) return { kind: 'flow', owners: this.ofWaba(flow.wabaId) };
    if (id === this.webhookSetup.appId) return { kind: 'app', owners: [...this.numbers.values()] };
    if (this.uploads.has(id)) return { kind: 'upload', owners: [...this.numbers.values()] };
    const ofProfile = [...this.numbers.values()].filter((each) => profileIdOf(each.phoneNumberId) === id);
    return ofProfile.length > 0 ? { kind: 'profile', owners: ofProfile } : this.accountNode(id);
  }

  /** Ids of the accounts that the numbers belong to. */
  get wabaIds(): string[] {
    return [...new Set([...this.numbers.values()].map(({ wabaId }) => wabaId))];
  }

  /** Forgets users, groups, messages, media and templates. Numbers and the sequence of ids stay. */
  clear(): void {
    for (const person of this.people) person.inbox.close('the emulator was reset');
    this.people.clear();
    this.groups.clear();
    this.businessMessages.clear();
    this.userMessages.clear();
    this.foreignMessageIds.clear();
    this.marketingMessageIds.clear();
    this.media.clear();
    this.calling.clear();
    for (const id of this.numberRecords.added) this.numbers.delete(id);
    this.numberRecords.clear();
    this.pairs.clear();
    this.accounts.clear();
    this.uploads.clear();
    this.templates.clear();
    this.flows.clear();
    this.webhookSetup.clear();
    this.transcript.clear();
  }

  /** A node that accounts lead to; a portfolio may have several of them. */
  private accountNode(id: string): ReturnType<EmulatorState['node']> {
    const found = this.wabaIds.flatMap((wabaId) => {
      const kind = accountNodeKind(this.accounts, wabaId, id);
      return kind ? { kind, owners: this.ofWaba(wabaId) } : [];
    });
    return found[0] && { kind: found[0].kind, owners: found.flatMap(({ owners }) => owners) };
  }

  private ofWaba(wabaId: string): EmulatedNumber[] {
    return [...this.numbers.values()].filter((each) => each.wabaId === wabaId);
  }

  private owner(phoneNumberId: string): EmulatedNumber[] {
    const number = this.numbers.get(phoneNumberId);
    return number ? [number] : [];
  }
}
