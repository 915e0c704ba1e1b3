import { EmulatorError } from '../emulator.error';
import type { EmulatorState } from '../model/emulator-state';
import { isObject, textOf } from '../model/json';
import type { JsonObject } from '../model/json';
import { exchange } from '../webhooks/http-exchange';
import { signWebhook } from '../webhooks/sign-webhook';
import { flipBit, sealRequest } from './flow-crypto';

/** Meta waits this long for an answer. */
const ANSWER_TIMEOUT_MS = 10_000;
const MAX_ANSWER_LENGTH = 16 * 1024 * 1024;
const PART = { data: 'encrypted_flow_data', key: 'encrypted_aes_key', vector: 'initial_vector' } as const;

/** How a request to the flow endpoint differs from a right one. @publicApi */
export interface FlowRequestOptions {
  /** Part in which one bit is changed. The signature is made afterwards. */
  tamper?: keyof typeof PART;
  /** Public key to encrypt with, PEM. @default the one that the application has uploaded */
  publicKey?: string;
  /** Secret that signs; `false` leaves the signature out. @default the app secret */
  appSecret?: string | false;
  /** Business phone number id whose key is used. @default the emulator's first number */
  phoneNumberId?: string;
}

/** What the flow endpoint answered. @publicApi */
export interface FlowEndpointAnswer {
  /** HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;
  /** The body as received. */
  readonly text: string;
  /** The body as the client reads it; undefined when it cannot be decrypted. */
  readonly payload: JsonObject | undefined;
  /** Why there is no answer. */
  readonly error?: string;
}

/** The client's side of the flow endpoint: encrypts, signs, posts and decrypts. */
export class FlowEndpoint {
  /** Where the application answers. */
  url: string | undefined;

  constructor(
    private readonly state: EmulatorState,
    readonly appSecret: string,
  ) {}

  /**
   * Sends one request.
   * @throws EmulatorError when no endpoint is connected or no public key was uploaded
   */
  async send(payload: object, options: FlowRequestOptions = {}): Promise<FlowEndpointAnswer> {
    const { url } = this;
    if (url === undefined)
      throw new EmulatorError('No flow endpoint is connected; call emulator.connectFlows(url).');
    const sealed = sealRequest(payload, options.publicKey ?? this.uploadedKey(options.phoneNumberId));
    const part = options.tamper && PART[options.tamper];
    const body = Buffer.from(
      JSON.stringify(part ? { ...sealed.body, [part]: flipBit(sealed.body[part]) } : sealed.body),
    );
    const { appSecret = this.appSecret } = options;
    const end = this.state.activity.begin();
    try {
      const { status, text, error } = await exchange(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'facebookexternalua',
          ...(appSecret !== false && { 'x-hub-signature-256': signWebhook(body, appSecret) }),
        },
        body,
        timeoutMs: ANSWER_TIMEOUT_MS,
        maxAnswerLength: MAX_ANSWER_LENGTH,
      });
      return { status, text, payload: sealed.open(text), ...(error !== undefined && { error }) };
    } finally {
      end();
    }
  }

  /** Sends as a user's phone does: with the key it knows, and once more with a fresh one when that cannot be read. */
  async sendFrom(userId: string, phoneNumberId: string, payload: object): Promise<FlowEndpointAnswer> {
    const phone = `${userId} ${phoneNumberId}`;
    const { phoneKeys } = this.state.flows;
    const publicKey = phoneKeys.get(phone) ?? this.uploadedKey(phoneNumberId);
    phoneKeys.set(phone, publicKey);
    const answer = await this.send(payload, { publicKey });
    if (answer.status !== 421) return answer;
    const fresh = this.uploadedKey(phoneNumberId);
    phoneKeys.set(phone, fresh);
    return this.send(payload, { publicKey: fresh });
  }

  private uploadedKey(phoneNumberId?: string): string {
    const [first] = this.state.numbers.keys();
    const key = this.state.numberRecords.of(phoneNumberId ?? first ?? '').publicKey;
    if (key === undefined)
      throw new EmulatorError('The number has no public key; upload one to whatsapp_business_encryption.');
    return key;
  }
}

/** The text for the user in an answer with status 427, whether it is encrypted or not. */
export function tokenErrorText({ payload, text }: FlowEndpointAnswer): string | undefined {
  if (payload) return textOf(payload['error_msg']);
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? textOf(parsed['error_msg']) : undefined;
  } catch {
    return undefined;
  }
}
