import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EncryptedFlowRequest, FlowRequestPayload } from '../../../lib/wire/flow/endpoint';
import type { EncryptedFlowMedia } from '../../../lib/wire/flow/media';

interface StoredKey {
  pemLabel: string;
  base64: string;
  pemHeaders?: string[];
}

interface RequestVector {
  name: string;
  body: EncryptedFlowRequest;
  rawBody: string;
  aesKeyHex: string;
  ivHex: string;
  decrypted: FlowRequestPayload;
  response: object;
  responsePlaintext: string;
  expectedEncryptedResponse: string;
}

interface MediaVector {
  name: string;
  item: EncryptedFlowMedia;
  cdnFileBase64: string;
  plaintextBase64: string;
  failsAt: string;
}

interface Vectors {
  appSecret: string;
  flowToken: string;
  flowTokenSignature: string;
  keys: Record<string, StoredKey> & { passphrase: string };
  requests: RequestVector[];
  negativeRequests: { name: string; body: EncryptedFlowRequest }[];
  media: MediaVector[];
  negativeMedia: MediaVector[];
}

const FILE = join(__dirname, '../../fixtures/flows/flow-vectors.json');

/** Requests, answers, keys and media that were made with several independent implementations. */
export const vectors = JSON.parse(readFileSync(FILE, 'utf8')) as Vectors;

/** A key of the vectors as PEM text; they are stored without armour. */
export function pem(name: string): string {
  const key = vectors.keys[name];
  if (!key) throw new Error(`no key ${name}`);
  const lines = key.base64.match(/.{1,64}/g) ?? [];
  const headers = key.pemHeaders ? [...key.pemHeaders, ''] : [];
  return [`-----BEGIN ${key.pemLabel}-----`, ...headers, ...lines, `-----END ${key.pemLabel}-----`, ''].join(
    '\n',
  );
}
