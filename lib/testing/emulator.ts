import type {
  CloudApiEmulatorOptions,
  EmulatorModuleOptions,
  UserOptions,
} from './emulator-options.interface';
import { EmulatorIdentity } from './emulator-identity';
import { partsOf } from './emulator-parts';
import type { EmulatorParts } from './emulator-parts';
import { moduleOptionsOf, settingsOf } from './emulator-settings';
import type { EmulatorSettings } from './emulator-settings';
import type { AccountRecord } from './model/account-record';
import type { BusinessMessage, MessageStatus } from './model/business-message';
import type { EmulatedGroup } from './model/emulated-group';
import type { FlowDesk } from './flows/flow-desk';
import type { NumberRecord } from './model/number-record';
import type { PortfolioRecord } from './model/portfolio-record';
import type { StoredMedia } from './model/media-store';
import type { FaultOptions } from './server/fault';
import type { RecordedRequest } from './server/recorded-request';
import type { EmulatorEventMap } from './transcript/emulator-events';
import type { TranscriptEntry } from './transcript/transcript';
import type { TemplateDesk } from './templates/template-desk';
import type { VirtualUser } from './users/virtual-user';
import { Delivery } from './webhooks/delivery';
import type { RawWebhookOptions } from './webhooks/raw-webhook';
import { verifyWebhook } from './webhooks/verify-webhook';
import type { StatusFailure } from './webhooks/webhook-builders';

/**
 * WhatsApp's Cloud API in the test's own process: an HTTP server that answers like Meta, webhooks that are signed and
 * repeated like Meta's, and virtual users who write to the application. Nothing happens that was not asked for, and time
 * moves when the test says so.
 *
 * @example
 * ```ts
 * const emulator = await CloudApiEmulator.start();
 * const app = await startApp(emulator.moduleOptions());        // WhatsAppModule.forRoot(...)
 * await emulator.connect(`${app.url}/whatsapp/webhook`);
 *
 * const ann = emulator.user({ name: 'Ann' });
 * await ann.says('hello');
 * const menu = await ann.expectReply(/what can I do/i);
 * await ann.taps('Track order');
 * await ann.expectReply({ type: 'text' });
 * await ann.reads(menu);
 *
 * await emulator.stop();
 * ```
 * @publicApi
 */
export class CloudApiEmulator extends EmulatorIdentity {
  private baseUrl = '';

  private constructor(
    settings: EmulatorSettings,
    private readonly parts: EmulatorParts,
  ) {
    super(settings);
  }

  /**
   * Starts an emulator on a free port of the loopback interface.
   * @throws EmulatorError when `webhookUrl` is given and cannot be verified
   */
  static async start(options: CloudApiEmulatorOptions = {}): Promise<CloudApiEmulator> {
    const settings = settingsOf(options);
    const emulator = new CloudApiEmulator(settings, partsOf(settings));
    await emulator.listen();
    try {
      if (options.webhookUrl !== undefined) await emulator.connect(options.webhookUrl);
    } catch (error) {
      await emulator.stop();
      throw error;
    }
    return emulator;
  }

  /** Base URL of the API, without version. */
  get url(): string {
    return this.baseUrl;
  }

  /** The options that connect a module to this emulator. */
  moduleOptions(): EmulatorModuleOptions {
    return moduleOptionsOf(this.settings, this.url);
  }

  /**
   * Verifies a webhook with the GET handshake and delivers there from now on.
   * @param options.handshake `false` delivers without asking first
   * @throws EmulatorError that says what the application answered
   */
  async connect(webhookUrl: string, options: { handshake?: boolean } = {}): Promise<void> {
    const { verifyToken, answerTimeoutMs } = this.settings;
    if (options.handshake !== false) {
      const challenge = this.parts.state.ids.challenge();
      await verifyWebhook(webhookUrl, { verifyToken, challenge, timeoutMs: answerTimeoutMs });
    }
    this.parts.outbox.url = webhookUrl;
  }

  /** Calls this flow endpoint from now on: for the flows that users open, and before a flow is published. */
  connectFlows(endpointUrl: string): void {
    this.flows.endpoint.url = endpointUrl;
  }

  /** Makes a virtual user. With nothing but a name, a phone number and a user id are made up. */
  user(options: UserOptions): VirtualUser {
    return this.parts.directory.addUser(options);
  }

  /** Makes a group of the business and virtual users. Its members write to it with `says(text, { group })`. */
  group(options: {
    subject: string;
    participants: readonly VirtualUser[];
    phoneNumberId?: string;
  }): EmulatedGroup {
    return this.parts.directory.addGroup({ phoneNumberId: this.phoneNumberId, ...options });
  }

  /** The groups of the business, also those that the application made. */
  get groups(): readonly EmulatedGroup[] {
    return [...this.parts.state.groups.values()];
  }

  /** What the platform holds about a number, e.g. its verification code. Tests may change it. */
  number(phoneNumberId = this.phoneNumberId): NumberRecord {
    return this.parts.state.numberRecords.of(phoneNumberId);
  }

  /** What the platform holds about an account, e.g. its permissions and users. Tests may change it. */
  account(wabaId = this.wabaId): AccountRecord {
    return this.parts.state.accounts.of(wabaId);
  }

  /** What the platform holds about a business portfolio, e.g. its credit lines. Tests may change it. */
  portfolio(businessId = this.account().ownerBusinessId): PortfolioRecord {
    return this.parts.state.accounts.portfolio(businessId);
  }

  /** The templates of the account, and what Meta does with them. While there are none, every template can be sent. */
  get templates(): TemplateDesk {
    return this.parts.templates;
  }

  /** The flows of the account, and requests to the flow endpoint. */
  get flows(): FlowDesk {
    return this.parts.flows;
  }

  /** Ends the review of a template well, in all its languages or in one. */
  approveTemplate(name: string, language?: string): Promise<Delivery | undefined> {
    return this.templates.approve(name, language);
  }

  /** All messages that the application sent, also those to numbers of no virtual user. */
  get messages(): readonly BusinessMessage[] {
    return [...this.parts.state.businessMessages.values()];
  }

  /** The requests that the application made, oldest first, without tokens. */
  get requests(): readonly RecordedRequest[] {
    return this.parts.requests;
  }

  /** The webhooks that were delivered or are on their way, oldest first. */
  get deliveries(): readonly Delivery[] {
    return this.parts.outbox.deliveries;
  }

  /** All that happened in the chats; `formatTranscript` makes it readable. */
  get transcript(): readonly TranscriptEntry[] {
    return this.parts.state.transcript.entries;
  }

  /** A stored file, whether uploaded by the application or sent by a user; undefined when its id has expired. */
  media(id: string): StoredMedia | undefined {
    return this.parts.state.media.get(id);
  }

  /** Calls `listener` for each event of a kind, until the returned function is called. */
  on<K extends keyof EmulatorEventMap>(event: K, listener: (event: EmulatorEventMap[K]) => void): () => void {
    return this.parts.state.events.on(event, listener);
  }

  /** Lets the next request fail, or the next `times`. Faults are used up in the order they were asked for. */
  failNext(fault: FaultOptions): void {
    this.parts.faults.add(fault);
  }

  /** Reports a status of a message that the application sent, e.g. `failed` with a code. */
  reportStatus(message: BusinessMessage, status: MessageStatus, failure?: StatusFailure): Promise<Delivery> {
    return this.parts.statuses.report([{ message, status, ...(failure && { failure }) }]).answered;
  }

  /** Delivers a whole webhook body, serialised and signed as Meta does. Text is sent as it is. */
  deliver(body: object | string, options: RawWebhookOptions = {}): Promise<Delivery> {
    return this.parts.control.deliver(body, options);
  }

  /** Delivers exact bytes. */
  deliverBytes(bytes: Uint8Array, options: RawWebhookOptions = {}): Promise<Delivery> {
    return this.parts.control.deliver(bytes, options);
  }

  /** Delivers the last webhook once more, byte for byte. */
  async deliverAgain(): Promise<Delivery> {
    const [again] = await this.redeliver(this.parts.control.last());
    return again as Delivery;
  }

  /**
   * Delivers webhooks once more, as Meta does on its own account.
   * @param options.regroup the same updates in other bodies: one for each update of a single delivery, one for all of
   * several deliveries
   */
  redeliver(which: Delivery | readonly Delivery[], options: { regroup?: boolean } = {}): Promise<Delivery[]> {
    return this.parts.control.redeliver(
      which instanceof Delivery ? [which] : which,
      options.regroup ?? false,
    );
  }

  /** Keeps webhooks back until `release`. Actions then resolve at once. */
  hold(): void {
    this.parts.outbox.hold();
  }

  /** Delivers in one webhook what was held. Undefined when there was nothing. */
  release(): Promise<Delivery | undefined> {
    return this.parts.outbox.release();
  }

  /**
   * Delivers all that `actions` bring about in one webhook.
   * @throws EmulatorError when nothing happened in it
   */
  batch(actions: () => unknown): Promise<Delivery> {
    return this.parts.control.batch(actions);
  }

  /** Repeats at once all webhooks that wait for their next attempt, and resolves when they were answered. */
  retryNow(): Promise<readonly Delivery[]> {
    return this.parts.outbox.retryNow();
  }

  /**
   * Moves the clock forward and repeats the webhooks that fall due on the way, one after the other.
   * @throws EmulatorError when the clock runs on its own
   */
  advance(ms: number): Promise<void> {
    return this.parts.control.advance(this.clock, ms);
  }

  /** Resolves when no webhook is under way and no request of the application is being answered. */
  idle(): Promise<void> {
    return this.parts.state.activity.idle();
  }

  /** Forgets users, messages, media, templates, flows, records, faults and waiting webhooks. The connection stays; ids go on. */
  reset(): void {
    const { state, outbox, faults, requests } = this.parts;
    state.clear();
    outbox.clear();
    faults.clear();
    requests.length = 0;
  }

  /** Ends the server and all that is under way. */
  async stop(): Promise<void> {
    const { state, outbox, server } = this.parts;
    for (const person of state.people) person.inbox.close('the emulator was stopped');
    await Promise.all([outbox.stop(), server.close()]);
  }

  private async listen(): Promise<void> {
    const { host, port } = this.settings;
    this.baseUrl = await this.parts.server.listen(host, port);
    this.parts.state.media.baseUrl = this.baseUrl;
  }
}
