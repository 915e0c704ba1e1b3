import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { EncryptedFlowRequest, FlowRequestPayload } from '../../wire/flow/endpoint';
import { FlowRequestCannotBeDecryptedError } from '../errors/flow-request-cannot-be-decrypted.error';
import { decodeBase64 } from './base64';
import type { FlowKeys } from './flow-key-ring';

const ALGORITHM = 'aes-128-gcm';
const KEY_BYTES = 16;
const IV_BYTES = 16;
const TAG_BYTES = 16;

/** What encrypts the answer to a request; belongs to this one request. */
export interface FlowSessionKey {
  readonly aesKey: Uint8Array;
  readonly iv: Uint8Array;
}

/** A request in clear. */
export interface DecryptedFlowRequest extends FlowSessionKey {
  readonly payload: FlowRequestPayload;
}

/**
 * Decrypts a request of the WhatsApp client: RSA-OAEP (SHA-256) opens the AES key, AES-128-GCM the data.
 * @throws FlowRequestCannotBeDecryptedError to be answered with 421
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/implementingyourflowendpoint
 * @publicApi
 */
export async function decryptFlowRequest(body: unknown, keys: FlowKeys): Promise<DecryptedFlowRequest> {
  const { data, wrappedKey, iv } = readBody(body);
  const aesKey = await keys.unwrap(wrappedKey);
  if (aesKey?.length !== KEY_BYTES) {
    throw new FlowRequestCannotBeDecryptedError('key', keyProblem(keys.size));
  }
  return { payload: readPayload(decrypt(data, aesKey, iv)), aesKey, iv };
}

/**
 * Encrypts an answer as base64 text, with the AES key of the request and its IV inverted bit by bit.
 * @publicApi
 */
export function encryptFlowResponse(payload: object, session: FlowSessionKey): string {
  const cipher = createCipheriv(ALGORITHM, session.aesKey, invert(session.iv), { authTagLength: TAG_BYTES });
  const start = cipher.update(JSON.stringify(payload), 'utf8');
  return Buffer.concat([start, cipher.final(), cipher.getAuthTag()]).toString('base64');
}

function keyProblem(keys: number): string {
  return keys === 0
    ? 'there is no private key for it. Give `privateKeys` to WhatsAppFlowsModule, or `flowPrivateKeys` with its account.'
    : `none of the ${keys} private key(s) opens its AES key. Upload the public key that belongs to the newest one.`;
}

interface RequestBytes {
  readonly data: Buffer;
  readonly wrappedKey: Buffer;
  readonly iv: Buffer;
}

function readBody(body: unknown): RequestBytes {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Partial<EncryptedFlowRequest>;
  const data = decodeBase64(fields.encrypted_flow_data);
  const wrappedKey = decodeBase64(fields.encrypted_aes_key);
  const iv = decodeBase64(fields.initial_vector);
  if (!data || !wrappedKey || !iv) {
    throw new FlowRequestCannotBeDecryptedError(
      'body',
      'encrypted_flow_data, encrypted_aes_key and initial_vector must be base64 text.',
    );
  }
  if (data.length <= TAG_BYTES || iv.length !== IV_BYTES) {
    throw new FlowRequestCannotBeDecryptedError(
      'body',
      'encrypted_flow_data is too short or initial_vector is not 16 bytes.',
    );
  }
  return { data, wrappedKey, iv };
}

function decrypt(data: Buffer, key: Uint8Array, iv: Uint8Array): Buffer {
  const tagStart = data.length - TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(data.subarray(tagStart));
  const start = decipher.update(data.subarray(0, tagStart));
  try {
    decipher.final();
  } catch {
    throw new FlowRequestCannotBeDecryptedError('data', 'its data was altered or made for another key.');
  }
  return start;
}

function readPayload(text: Buffer): FlowRequestPayload {
  let value: unknown;
  try {
    value = JSON.parse(text.toString('utf8'));
  } catch {
    // Left out of the error: JSON.parse quotes the text.
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FlowRequestCannotBeDecryptedError('data', 'its data is no JSON object.');
  }
  return value as FlowRequestPayload;
}

function invert(iv: Uint8Array): Buffer {
  return Buffer.from(iv.map((byte) => byte ^ 0xff));
}
