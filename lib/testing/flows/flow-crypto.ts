import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPublicKey,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import { isObject } from '../model/json';
import type { JsonObject } from '../model/json';

const ALGORITHM = 'aes-128-gcm';
const TAG_BYTES = 16;

/** The body of a request; all values are base64. */
export interface SealedBody {
  readonly encrypted_flow_data: string;
  readonly encrypted_aes_key: string;
  readonly initial_vector: string;
}

/** A request as the WhatsApp client sends it, with the key that opens its answer. */
export interface SealedRequest {
  readonly body: SealedBody;
  /** The answer; undefined when the client cannot open it. */
  open(text: string): JsonObject | undefined;
}

/** Encrypts a request for the owner of a public key: a new AES key for each request, wrapped with RSA. */
export function sealRequest(payload: object, publicKey: string): SealedRequest {
  const [aesKey, iv] = [randomBytes(16), randomBytes(16)];
  const cipher = createCipheriv(ALGORITHM, aesKey, iv);
  const content = Buffer.concat([
    cipher.update(JSON.stringify(payload)),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const wrapped = publicEncrypt(
    { key: createPublicKey(publicKey), padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    aesKey,
  );
  return {
    body: {
      encrypted_flow_data: content.toString('base64'),
      encrypted_aes_key: wrapped.toString('base64'),
      initial_vector: iv.toString('base64'),
    },
    open: (text) => openAnswer(text, aesKey, iv),
  };
}

function openAnswer(text: string, aesKey: Buffer, iv: Buffer): JsonObject | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length <= TAG_BYTES) return undefined;
  // Meta's protocol inverts every bit of the vector for the way back.
  const inverted = Buffer.from(iv.map((byte) => byte ^ 0xff));
  const decipher = createDecipheriv(ALGORITHM, aesKey, inverted, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const plain = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
    const parsed: unknown = JSON.parse(plain.toString('utf8'));
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** The `flow_token_signature` of a token: a JWT that is signed with the app secret. */
export function signFlowToken(flowToken: string, appSecret: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ flow_token: flowToken })}`;
  return `${signed}.${createHmac('sha256', appSecret).update(signed).digest('base64url')}`;
}

/** Changes one bit in the middle of base64 text. */
export function flipBit(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  const middle = bytes.length >> 1;
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  return bytes.toString('base64');
}
